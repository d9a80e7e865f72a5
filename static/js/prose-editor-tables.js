// The editor's own table, which the Tab key leaves: from the last cell, and with Shift from the first, it goes on to
// what is next on the page. Rows are added with the button.

import { Table as Base } from "django-prose-editor/editor";

export const Table = Base.extend({
  addKeyboardShortcuts() {
    return { ...this.parent?.(), Tab: () => this.editor.commands.goToNextCell() };
  },
});
