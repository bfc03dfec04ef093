package org.joinvoices.delivery;

import java.nio.file.Path;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;

/**
 * Freezes the books and supplements whose time has come, and leaves their files below {@code
 * books/} in the house's folder.
 */
final class BookFreezer {

  static final String NAME = "delivery.book";

  private final Actions actions;
  private final PetitionBooks books;
  private final Path folder;

  BookFreezer(Actions actions, PetitionBooks books, Path home) {
    this.actions = actions;
    this.books = books;
    this.folder = home.resolve("books");
  }

  void run() {
    for (Action action : actions.list()) {
      for (BookPart part : BookPart.values()) {
        Path dir = part.folder(folder.resolve(action.slug().value()));
        if (books.isDue(action, part, dir)) {
          books.make(action.id(), part, dir);
        }
      }
    }
  }
}
