package org.joinvoices.delivery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Addressee;
import org.joinvoices.delivery.Reminders.Target;
import org.joinvoices.platform.mail.MailKind;
import org.joinvoices.platform.mail.MailPart;
import org.joinvoices.platform.mail.MailSheet;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.web.Formats;
import org.joinvoices.signing.Count;
import org.joinvoices.signing.Counts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the organization what its letter's deadline asks of it; in English, like the desk. */
final class ReminderMail implements MailKind {

  private static final Formats FORMATS = Formats.in("en");

  private final JdbcClient jdbc;
  private final Actions actions;
  private final Counts counts;
  private final BookWork work;
  private final URI house;
  private final InstantSource clock;

  /**
   * @param house its public address
   * @param clock civic time
   */
  ReminderMail(
      DataSource dataSource,
      Actions actions,
      Counts counts,
      BookWork work,
      URI house,
      InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.actions = actions;
    this.counts = counts;
    this.work = work;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public String name() {
    return Reminders.MAIL;
  }

  /** Empty if the deadline was changed meanwhile, or has come. */
  @Override
  public Optional<OutgoingMail> compose(UUID scope, UUID id) {
    Action action = actions.get(new ActionId(scope));
    Instant now = clock.instant();
    return target(scope, id)
        .flatMap(
            row ->
                Reminders.targets(action).stream()
                    .filter(target -> target.kind().equals(row.kind()))
                    .filter(target -> target.at().toInstant().equals(row.at().toInstant()))
                    .findFirst())
        .filter(target -> now.isBefore(target.at().toInstant()))
        .map(target -> mail(action, target, now));
  }

  private Optional<Target> target(UUID scope, UUID id) {
    return jdbc.sql("SELECT kind, target FROM reminder WHERE action_id = ? AND id = ?")
        .params(scope, id)
        .query(
            (row, _) ->
                new Target(
                    row.getString("kind"),
                    row.getObject("target", OffsetDateTime.class).toZonedDateTime()))
        .optional();
  }

  private OutgoingMail mail(Action action, Target target, Instant now) {
    String title = action.letter().in("en").title();
    String what =
        target.kind().equals(Reminders.POST)
            ? "last day to post the petition book"
            : "deadline of the letter";
    String left = left(now, target.at());
    return new MailSheet(
            "en",
            "%s: %s “%s”".formatted(left, what, title),
            due(action, title),
            parts(action, target, title, left, now),
            List.of(
                "You get this mail because the letter names your address as its organization's."))
        .to(action.organization().email());
  }

  /** Whole days, rounded up, as people count them. */
  static String left(Instant now, ZonedDateTime at) {
    long hours = Duration.between(now, at.toInstant()).toHours();
    long days = (hours + 23) / 24;
    return days <= 1 ? "Within a day" : "In " + days + " days";
  }

  private static String due(Action action, String title) {
    return "The letter “%s” is to be delivered by %s."
        .formatted(title, FORMATS.moment(action.deadline()));
  }

  private List<MailPart> parts(
      Action action, Target target, String title, String left, Instant now) {
    Count count = counts.of(action.id());
    List<MailPart> parts = new ArrayList<>();
    parts.add(new MailPart.Says(due(action, title)));
    if (target.kind().equals(Reminders.POST)) {
      parts.add(
          new MailPart.Says(
              ("%s, on %s, is the last day on which post arrives by then. A book made before the deadline says that it is"
                      + " provisional, and holds who has confirmed by the day it is made; the frozen one follows at the"
                      + " deadline.")
                  .formatted(left, FORMATS.date(target.at().toLocalDate()))));
    }
    parts.add(
        new MailPart.Says(
            "So far %s have confirmed, and %s have signed and not yet confirmed by mail."
                .formatted(FORMATS.number(count.confirmed()), FORMATS.number(count.awaiting()))));
    parts.add(new MailPart.Items("Who gets the petition book:", addressees(action, now)));
    parts.add(commands(action));
    parts.add(new MailPart.Says("What is to be done, at the desk:"));
    parts.add(
        new MailPart.Opens(
            "Open the letter at the desk", house + "/desk/actions/" + action.slug()));
    return parts;
  }

  private List<String> addressees(Action action, Instant now) {
    List<String> lines = new ArrayList<>();
    for (BookTask task : work.list(action.id())) {
      if (task.part() == BookPart.BOOK) {
        lines.add(line(action, task, now));
      }
    }
    return lines.isEmpty()
        ? List.of("nobody: no addressee is in office at the deadline; mend action.yaml")
        : lines;
  }

  private static String line(Action action, BookTask task, Instant now) {
    Addressee one = task.addressee();
    String whom = "%s (%s), %s: ".formatted(one.name(), one.id(), one.office());
    if (task.state() == BookTask.State.HANDED_OVER) {
      return whom + "handed over";
    }
    if (task.byMail()) {
      return whom + "by e-mail, which leaves by itself at the deadline";
    }
    return whom
        + "printed; somebody hands it over"
        + task.postBy().map(by -> post(action, by, now)).orElse("");
  }

  private static String post(Action action, Instant by, Instant now) {
    String day = FORMATS.date(by.atZone(action.deadline().getZone()).toLocalDate());
    return now.isBefore(by)
        ? ". By post it must leave by " + day
        : ". Post comes too late since " + day + ": bring it, or send a courier";
  }

  private static MailPart commands(Action action) {
    return new MailPart.Commands(
        "What to do:",
        List.of(
            new MailPart.Command(
                "Write the book as it is now, to print it:",
                "./joinvoices book --action %s --out my-book".formatted(action.slug())),
            new MailPart.Command(
                "When it is handed over, record who did it, when and where, with a photo or a signed paper:",
                ("./joinvoices handed-over --action %s --what book --addressee ID --at %s --how by_hand --who WHO"
                        + " --where WHERE --proof FILE")
                    .formatted(action.slug(), action.deadline().toOffsetDateTime()))));
  }
}
