package org.joinvoices.cli;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.Slug;
import org.joinvoices.delivery.Pausable;
import org.joinvoices.delivery.Route;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.switches.Switch;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What can be paused, as typed. */
sealed interface SwitchName {

  /** {@code house}, {@code senate} or {@code office_mail}. */
  record OfLane(Route lane) implements SwitchName {}

  /** {@code action:SLUG}: sending. */
  record OfAction(Slug slug) implements SwitchName {}

  /** {@code office:OH-11}. */
  record OfOffice(Seat seat) implements SwitchName {}

  /** {@code signing:SLUG}. */
  record OfSigning(Slug slug) implements SwitchName {}

  /** {@code delivery}, {@code signing}, {@code mails}, {@code counts} or {@code pages}. */
  record OfHouse(Switch what) implements SwitchName {}

  String FORM =
      "house|senate|office_mail|action:SLUG|office:SEAT|delivery|signing|signing:SLUG|mails|counts|pages";

  /** Empty if nothing is called so. */
  static Optional<SwitchName> parse(String typed) {
    int colon = typed.indexOf(':');
    if (colon < 0) {
      return Route.find(typed)
          .filter(Route::isSent)
          .<SwitchName>map(OfLane::new)
          .or(() -> house(typed));
    }
    String subject = typed.substring(colon + 1);
    return switch (typed.substring(0, colon)) {
      case "office" -> Seat.parse(subject).map(OfOffice::new);
      case "action" -> Slug.parse(subject).map(OfAction::new);
      case "signing" -> Slug.parse(subject).map(OfSigning::new);
      default -> Optional.empty();
    };
  }

  private static Optional<SwitchName> house(String typed) {
    return Switch.OF_HOUSE.stream()
        .filter(one -> one.scope().equals(typed))
        .findFirst()
        .map(OfHouse::new);
  }

  /** Empty for what this release does not know. */
  static Optional<SwitchName> of(Switch what, Actions actions) {
    if (what.scope().equals(Switch.SIGNING.scope()) && !what.subject().isEmpty()) {
      return Optional.of(
          new OfSigning(slug(new ActionId(UUID.fromString(what.subject())), actions)));
    }
    if (Switch.OF_HOUSE.contains(what)) {
      return Optional.of(new OfHouse(what));
    }
    return Pausable.of(what)
        .map(
            sending ->
                switch (sending) {
                  case Pausable.OfAll() -> new OfHouse(what);
                  case Pausable.OfLane(var lane) -> new OfLane(lane);
                  case Pausable.OfOffice(var seat) -> new OfOffice(seat);
                  case Pausable.OfAction(var action) -> new OfAction(slug(action, actions));
                });
  }

  private static Slug slug(ActionId action, Actions actions) {
    return actions.get(action).slug();
  }

  /**
   * The one that is meant.
   *
   * @throws Refusal if this house has no such letter
   */
  default Switch find(DataSource database) {
    return switch (this) {
      case OfLane(var lane) -> new Pausable.OfLane(lane).toSwitch();
      case OfOffice(var seat) -> new Pausable.OfOffice(seat).toSwitch();
      case OfAction(var slug) -> new Pausable.OfAction(find(slug, database)).toSwitch();
      case OfSigning(var slug) -> Switch.signing(find(slug, database).value());
      case OfHouse(var what) -> what;
    };
  }

  private static ActionId find(Slug slug, DataSource database) {
    return KnownAction.find(database, slug.value()).id();
  }

  /** As it was typed. */
  default String word() {
    return switch (this) {
      case OfLane(var lane) -> lane.word();
      case OfOffice(var seat) -> "office:" + seat.value();
      case OfAction(var slug) -> "action:" + slug.value();
      case OfSigning(var slug) -> "signing:" + slug.value();
      case OfHouse(var what) -> what.scope();
    };
  }

  /** For the command line. */
  final class Names implements ITypeConverter<SwitchName> {
    @Override
    public SwitchName convert(String typed) {
      return parse(typed)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "nothing here is called " + typed + "; name " + FORM.replace("|", ", ")));
    }
  }
}
