export {
  createHttpClient,
  RefusedAddress,
  type HttpClient,
  type OutgoingAnswer,
  type OutgoingRequest,
} from './client.ts';
