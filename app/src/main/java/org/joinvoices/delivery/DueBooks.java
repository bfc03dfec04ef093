package org.joinvoices.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;

/** Petition books whose time has come and which are not written. */
public final class DueBooks {

  private DueBooks() {}

  /**
   * @param books folder of the house's petition books
   * @param now civic time
   * @return action and part, such as {@code my-letter, book}
   */
  public static List<String> list(DataSource database, Path books, Instant now) {
    var frozen = new FrozenBooks(database);
    return new Actions(database)
        .list().stream()
            .flatMap(action -> Stream.of(BookPart.values()).map(part -> new Due(action, part)))
            .filter(due -> due.isMissing(frozen, books, now))
            .map(due -> due.action().slug() + ", " + due.part().word())
            .toList();
  }

  private record Due(Action action, BookPart part) {

    boolean isMissing(FrozenBooks frozen, Path books, Instant now) {
      Path dir = part.folder(books.resolve(action.slug().value()));
      return PetitionBooks.isDue(action, part, dir, frozen, now);
    }
  }
}
