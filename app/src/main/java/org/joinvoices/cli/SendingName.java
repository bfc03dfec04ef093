package org.joinvoices.cli;

import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Route;
import org.joinvoices.districts.Seat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What sending can be paused for, as typed. */
sealed interface SendingName {

  /** {@code house}, {@code senate} or {@code office_mail}. */
  record OfLane(Route lane) implements SendingName {}

  /** {@code action:SLUG}. */
  record OfAction(Slug slug) implements SendingName {}

  /** {@code office:OH-11}. */
  record OfOffice(Seat seat) implements SendingName {}

  String FORM = "house|senate|office_mail|action:SLUG|office:SEAT";

  /** Empty if nothing is called so. */
  static Optional<SendingName> parse(String typed) {
    if (typed.startsWith("office:")) {
      return Seat.parse(typed.substring("office:".length())).map(OfOffice::new);
    }
    if (typed.startsWith("action:")) {
      return slug(typed.substring("action:".length())).map(OfAction::new);
    }
    return Route.find(typed).filter(Route::isSent).map(OfLane::new);
  }

  /** As {@code resume} calls it. */
  static SendingName of(Pausable what, Actions actions) {
    return switch (what) {
      case Pausable.OfLane(var lane) -> new OfLane(lane);
      case Pausable.OfOffice(var seat) -> new OfOffice(seat);
      case Pausable.OfAction(var action) -> new OfAction(actions.get(action).slug());
    };
  }

  private static Optional<Slug> slug(String typed) {
    try {
      return Optional.of(new Slug(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The one that is meant.
   *
   * @throws Refusal if this house has no such letter
   */
  default Pausable find(DataSource database) {
    return switch (this) {
      case OfLane(var lane) -> new Pausable.OfLane(lane);
      case OfOffice(var seat) -> new Pausable.OfOffice(seat);
      case OfAction(var slug) ->
          new Pausable.OfAction(
              new Actions(database)
                  .find(slug)
                  .map(Action::id)
                  .orElseThrow(() -> new Refusal("There is no action " + slug.value() + " here.")));
    };
  }

  /** As it was typed. */
  default String word() {
    return switch (this) {
      case OfLane(var lane) -> lane.word();
      case OfOffice(var seat) -> "office:" + seat.value();
      case OfAction(var slug) -> "action:" + slug.value();
    };
  }

  /** For the command line. */
  final class Names implements ITypeConverter<SendingName> {
    @Override
    public SendingName convert(String typed) {
      return parse(typed)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "nothing here is called " + typed + "; name " + FORM.replace("|", ", ")));
    }
  }
}
