package org.joinvoices.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Addressee;
import org.joinvoices.delivery.BookTask.State;
import org.joinvoices.delivery.book.Manifest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets the petition book and its supplement, by when, how, and whether they have it. */
public final class BookWork {

  /**
   * So long after it was frozen a book may be mailed for the first time. A house that comes back
   * later, or learns of mail by an upgrade, must not surprise an office with an old book.
   */
  static final Duration MAIL_WITHIN = Duration.ofDays(7);

  private record Mailed(BookPart part, String addressee, String state, Optional<String> reason) {}

  private record Handed(BookPart part, String addressee, Instant at) {}

  private final JdbcClient jdbc;
  private final Actions actions;
  private final FrozenBooks frozen;
  private final InstantSource clock;

  /**
   * @param clock civic time
   */
  public BookWork(DataSource dataSource, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = new Actions(dataSource);
    this.frozen = new FrozenBooks(dataSource);
    this.clock = clock;
  }

  /** All of an action: the book's addressees first, then the supplement's. */
  public List<BookTask> list(ActionId id) {
    Action action = actions.get(id);
    List<Mailed> mails = mails(id);
    List<Handed> handed = handed(id);
    List<BookTask> tasks = new ArrayList<>();
    for (BookPart part : BookPart.values()) {
      Optional<Manifest> manifest = frozen.find(id, part);
      if (part == BookPart.BOOK || manifest.map(made -> made.signatures() > 0).orElse(true)) {
        addressees(action, part, manifest, mails, handed)
            .map(one -> task(action, part, one, manifest, mails, handed))
            .forEach(tasks::add);
      }
    }
    return List.copyOf(tasks);
  }

  /** In office at the freezing; and whoever got it nevertheless. */
  private static Stream<Addressee> addressees(
      Action action,
      BookPart part,
      Optional<Manifest> manifest,
      List<Mailed> mails,
      List<Handed> handed) {
    Instant moment = manifest.map(Manifest::madeAt).orElse(part.end(action));
    return action.addressees().stream()
        .filter(
            one ->
                one.validAt(moment)
                    || mails.stream()
                        .anyMatch(mail -> isOf(mail.part(), mail.addressee(), part, one))
                    || handed.stream()
                        .anyMatch(row -> isOf(row.part(), row.addressee(), part, one)));
  }

  private static boolean isOf(BookPart part, String id, BookPart wanted, Addressee addressee) {
    return part == wanted && id.equals(addressee.id());
  }

  private BookTask task(
      Action action,
      BookPart part,
      Addressee addressee,
      Optional<Manifest> manifest,
      List<Mailed> mails,
      List<Handed> handed) {
    boolean byMail = addressee.mailFirst().isPresent();
    // what was posted before the deadline is the provisional book: enough where paper is all there
    // is
    Instant counts = byMail ? part.end(action) : Instant.EPOCH;
    Optional<Instant> at =
        handed.stream()
            .filter(row -> isOf(row.part(), row.addressee(), part, addressee))
            .map(Handed::at)
            .filter(instant -> !instant.isBefore(counts))
            .max(Instant::compareTo);
    Optional<Mailed> mail =
        mails.stream()
            .filter(row -> isOf(row.part(), row.addressee(), part, addressee))
            .findFirst();
    return new BookTask(
        action.id(),
        part,
        addressee,
        byMail,
        part.end(action),
        postBy(action, part, addressee),
        at.isPresent() ? State.HANDED_OVER : state(byMail, manifest, mail),
        at,
        mail.flatMap(Mailed::reason));
  }

  private static Optional<Instant> postBy(Action action, BookPart part, Addressee addressee) {
    return part == BookPart.BOOK && isPosted(addressee)
        ? Optional.of(postBy(action, addressee))
        : Optional.empty();
  }

  static boolean isPosted(Addressee addressee) {
    return addressee.mailFirst().isEmpty() && !addressee.postalAddress().isEmpty();
  }

  /** Calendar days, in the deadline's zone. */
  static Instant postBy(Action action, Addressee addressee) {
    return action.deadline().minusDays(addressee.postalLeadDays()).toInstant();
  }

  private State state(boolean byMail, Optional<Manifest> manifest, Optional<Mailed> mail) {
    if (mail.isPresent()) {
      return switch (mail.get().state()) {
        case "accepted" -> State.MAILED;
        case "needs_review" -> State.MAIL_UNCLEAR;
        case "refused" -> State.TO_HAND_OVER;
        default -> State.MAIL_WAITS;
      };
    }
    if (manifest.isEmpty()) {
      return State.NOT_YET;
    }
    boolean fresh = clock.instant().isBefore(manifest.get().madeAt().plus(MAIL_WITHIN));
    return byMail && fresh ? State.MAIL_WAITS : State.TO_HAND_OVER;
  }

  private List<Mailed> mails(ActionId action) {
    return jdbc.sql("SELECT part, addressee, state, reason FROM book_delivery WHERE action_id = ?")
        .param(action.value())
        .query(
            (row, _) ->
                new Mailed(
                    part(row, "part"),
                    row.getString("addressee"),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("reason"))))
        .list();
  }

  private List<Handed> handed(ActionId action) {
    return jdbc.sql(
            """
            SELECT what, addressee, handed_at FROM hand_over
            WHERE action_id = ? AND what IN ('book', 'supplement')
            """)
        .param(action.value())
        .query(
            (row, _) ->
                new Handed(
                    part(row, "what"),
                    row.getString("addressee"),
                    row.getObject("handed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static BookPart part(ResultSet row, String column) throws SQLException {
    return row.getString(column).equals(BookPart.BOOK.word()) ? BookPart.BOOK : BookPart.SUPPLEMENT;
  }
}
