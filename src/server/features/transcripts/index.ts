export { transcriptRoutes } from './transcripts.routes.ts';
export { createTranscriptService, type TranscriptService } from './transcripts.service.ts';
