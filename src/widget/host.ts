/** What the small loader and the lazily loaded panel know of each other. */
import type { WidgetConfig } from '../contracts/widget.ts';

/** Details that the host page knows about its user, from `segue('identify', …)`. */
export type IdentifyDetails = { name?: string; email?: string; signature?: string };

/** What the loader gives the panel. */
export type PanelHost = {
  key: string;
  /** Where Segue runs, without a slash at the end; the origin of the script's own address. */
  origin: string;
  config: WidgetConfig;
  /** The panel adds its style sheets to this root and draws into `area` inside it. */
  shadow: ShadowRoot;
  area: HTMLElement;
  onUnread(count: number): void;
  /** The panel asks to be closed: by its button or by Escape. */
  onCloseAsked(): void;
};

/** What the loader may ask of the panel. */
export type PanelHandle = {
  /** Shows the panel; with `focus` the keyboard moves into it. */
  open(focus: boolean): void;
  close(): void;
  identify(details: IdentifyDetails): void;
};

/** The one export of `panel.js`. */
export type StartPanel = (host: PanelHost) => PanelHandle;
