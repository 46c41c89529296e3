export { customerRoutes } from './customers.routes.ts';
export {
  createCustomerService,
  viewOf as customerViewOf,
  type CustomerService,
} from './customers.service.ts';
export { findCustomer } from './customers.store.ts';
