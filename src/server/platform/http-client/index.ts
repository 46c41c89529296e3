export { createHttpClient, RefusedAddress, type HttpClient } from './client.ts';
