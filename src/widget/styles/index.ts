import composer from './composer.css?inline';
import frame from './frame.css?inline';
import log from './log.css?inline';
import parts from './parts.css?inline';
import survey from './survey.css?inline';

/** All styles of the panel. Its variables come from the launcher's sheet, which is always there. */
export const panelStyles = frame + parts + log + composer + survey;
