export { encodeAll } from './encode-all.ts';
export { createEncoder, ENCODER, type Encode } from './encode.ts';
export { createEncoderThread, type EncoderThread } from './encoder-thread.ts';
export { createVectorTable, type VectorTable } from './vector-table.ts';
