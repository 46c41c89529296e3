export { openDeskGateway } from './desk.gateway.ts';
export { createDeskListener } from './desk.listener.ts';
