// Files that are dropped on the element, pasted into it or chosen by its button.

import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { hasFiles } from './files.ts';
import { pastedFiles } from './pasted.ts';

export class DropController implements ReactiveController {
  /** Whether files are being dragged over the element. */
  isOver = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #take: (files: File[]) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, take: (files: File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    const host = this.#host;
    host.addEventListener('dragover', this.#onDragOver);
    host.addEventListener('dragleave', this.#onDragLeave);
    host.addEventListener('drop', this.#onDrop);
    host.addEventListener('paste', this.#onPaste);
    document.addEventListener('paste', this.#onPasteAnywhere);
  }

  hostDisconnected(): void {
    const host = this.#host;
    host.removeEventListener('dragover', this.#onDragOver);
    host.removeEventListener('dragleave', this.#onDragLeave);
    host.removeEventListener('drop', this.#onDrop);
    host.removeEventListener('paste', this.#onPaste);
    document.removeEventListener('paste', this.#onPasteAnywhere);
  }

  /** The real input behind the buttons; the same file can be chosen again afterwards. */
  input(label: string): TemplateResult {
    return html`<input
      id="files"
      class="visually-hidden"
      type="file"
      multiple
      tabindex="-1"
      aria-label=${label}
      @change=${this.#onChoose}
    />`;
  }

  readonly #onChoose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.#take(files);
  };

  readonly #onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.#show(true);
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const { relatedTarget } = event;
    const isInside = relatedTarget instanceof Node && this.#host.contains(relatedTarget);
    if (!isInside) this.#show(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.#show(false);
    this.#take([...(event.dataTransfer?.files ?? [])]);
  };

  /** Files, or rows copied from a spreadsheet. What is pasted into a field belongs to the field. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || isEditable(event.composedPath()[0])) return;
    const files = pastedFiles(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    this.#take(files);
  };

  /** Where the element is the whole page, a paste is for it wherever the focus is; on a host's page only inside. */
  readonly #onPasteAnywhere = (event: ClipboardEvent): void => {
    if (this.#host.hasAttribute('full-page')) this.#onPaste(event);
  };

  #show(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}

function isEditable(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select');
}
