// Files that are dropped on the element, pasted into it or chosen by its button.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasFiles } from './files.ts';

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
  }

  hostDisconnected(): void {
    const host = this.#host;
    host.removeEventListener('dragover', this.#onDragOver);
    host.removeEventListener('dragleave', this.#onDragLeave);
    host.removeEventListener('drop', this.#onDrop);
    host.removeEventListener('paste', this.#onPaste);
  }

  /** The file input's change event; the same file can be chosen again afterwards. */
  readonly onChoose = (event: Event): void => {
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

  /** Files, or rows copied from a spreadsheet: those come as text between tabs. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    const files = [...(clipboardData?.files ?? [])];
    const text = clipboardData?.getData('text/plain') ?? '';
    const isTable = text.includes('\t') && text.trim().includes('\n');
    if (files.length === 0 && !isTable) return;
    event.preventDefault();
    this.#take(
      isTable ? [new File([text], 'pasted.tsv', { type: 'text/tab-separated-values' })] : files,
    );
  };

  #show(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}
