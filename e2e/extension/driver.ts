import type { Prompt, Tab, View } from './view.ts';

/** A tab whose number nobody has asked for yet. */
export type BareTab = Omit<Tab, 'id'>;

export interface Access {
  /** Match patterns without ports, such as `http://127.0.0.1/*`. */
  origins?: string[];
  permissions?: string[];
}

/** What is done in a way of its own with each browser. */
export interface ExtensionDriver {
  /** Where the extension's pages are, without a slash at the end. */
  readonly origin: string;
  /** An extension page that runs no code of the extension, in the first tab. */
  readonly lever: View;
  /** A tab in front of the others. */
  newTab(): Promise<BareTab>;
  tabs(): Promise<BareTab[]>;
  /** A page of the extension, by its path, in a frame of the tab. */
  frameIn(tab: BareTab, path: string): Prompt;
  /** The popup as the toolbar's button opens it over the tab. */
  openPopup(over: BareTab): Promise<View>;
  /** As if the person had agreed: no question is asked. */
  grant(access: Access): Promise<void>;
  revoke(access: Access): Promise<void>;
  /** Ends the service worker, or the event page, as the browser does when it is idle. */
  killWorker(): Promise<void>;
  isWorkerRunning(): Promise<boolean>;
  /** The same build comes as a new version: whatever of it runs in pages is an orphan. */
  update(): Promise<void>;
  /** Quits, and starts again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
