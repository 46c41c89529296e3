import { config } from 'zod';

// The content security policy forbids eval. Zod would try it at the first schema, be refused, and leave an error in
// every console. This has to run before any schema is made: main.tsx imports it first, in a chunk of its own.
config({ jitless: true });
