package org.joinvoices.delivery.cwc;

import static org.joinvoices.delivery.cwc.CwcText.length;
import static org.joinvoices.delivery.cwc.CwcText.padded;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes one message fit a profile and notes what it changed. */
final class Fitting {

  private static final Pattern ZIP = Pattern.compile("([0-9]{5})[- ]?([0-9]{4})");

  private final Profile profile;
  private final Set<Repair> repairs = EnumSet.noneOf(Repair.class);

  Fitting(Profile profile) {
    this.profile = profile;
  }

  List<Repair> repairs() {
    return List.copyOf(repairs);
  }

  CwcMessage fit(CwcMessage composed) {
    return new CwcMessage(
        delivery(composed.delivery()),
        composed.recipient(),
        constituent(composed.constituent()),
        message(composed.message()));
  }

  /** What no repair can mend, of a message made to fit. */
  Optional<Misfit> misfit(CwcMessage fit) {
    var person = fit.constituent();
    if (profile.title(person.prefix()).isEmpty()) {
      return Optional.of(Misfit.NO_TITLE);
    }
    if (isTooLong(person.firstName()) || isTooLong(person.lastName())) {
      return Optional.of(Misfit.NAME_TOO_LONG);
    }
    return place(person).or(() -> words(fit.message().ownWords()));
  }

  private static Optional<Misfit> place(CwcMessage.Constituent person) {
    if (length(person.address1()) < Profile.SHORTEST_PLACE) {
      return Optional.of(Misfit.ADDRESS_TOO_SHORT);
    }
    if (isTooLong(person.address1()) || isTooLong(person.address2()) || isTooLong(person.city())) {
      return Optional.of(Misfit.ADDRESS_TOO_LONG);
    }
    if (length(person.city()) < Profile.SHORTEST_PLACE) {
      return Optional.of(Misfit.CITY_TOO_SHORT);
    }
    return Profile.STATES.contains(person.state())
        ? Optional.empty()
        : Optional.of(Misfit.STATE_NOT_SERVED);
  }

  private static Optional<Misfit> words(String own) {
    return length(own) > Profile.LONGEST_LETTER
        ? Optional.of(Misfit.WORDS_TOO_LONG)
        : Optional.empty();
  }

  private static boolean isTooLong(String line) {
    return length(line) > Profile.LONGEST_LINE;
  }

  private CwcMessage.Delivery delivery(CwcMessage.Delivery typed) {
    return new CwcMessage.Delivery(
        typed.id(),
        typed.date(),
        agent(typed.agent()),
        organization(typed.organization()),
        typed.campaignId());
  }

  /** As registered; what is wrong with it the schema says. */
  private static CwcMessage.Agent agent(CwcMessage.Agent typed) {
    String phone = CwcText.line(typed.contactPhone());
    return new CwcMessage.Agent(
        CwcText.line(typed.name()),
        CwcText.line(typed.ackEmail()),
        CwcText.line(typed.contactName()),
        CwcText.line(typed.contactEmail()),
        PhoneNumber.parse(phone).map(PhoneNumber::value).orElse(phone));
  }

  private CwcMessage.Organization organization(CwcMessage.Organization typed) {
    return new CwcMessage.Organization(
        padded(
            CwcText.line(typed.name()),
            profile.shortestOrganization(),
            () -> repairs.add(Repair.ORGANIZATION_PADDED)),
        CwcText.line(typed.contactName()),
        CwcText.line(typed.contactEmail()),
        PhoneNumber.parse(CwcText.line(typed.contactPhone())).map(PhoneNumber::value).orElse(""),
        CwcText.line(typed.about()));
  }

  private CwcMessage.Constituent constituent(CwcMessage.Constituent typed) {
    String first = line(typed.firstName());
    String last = line(typed.lastName());
    if (first.isEmpty() != last.isEmpty()) {
      repairs.add(Repair.SINGLE_NAME_DOUBLED);
    }
    String line1 = line(typed.address1());
    String line2 = line(typed.address2());
    boolean joined = !line2.isEmpty() && !standAlone(line1, line2);
    if (joined) {
      repairs.add(Repair.ADDRESS2_JOINED);
    }
    return new CwcMessage.Constituent(
        title(line(typed.prefix())),
        first.isEmpty() ? last : first,
        last.isEmpty() ? first : last,
        joined ? (line1 + " " + line2).strip() : line1,
        joined ? "" : line2,
        city(line(typed.city())),
        line(typed.state()).toUpperCase(Locale.ROOT),
        zip(line(typed.zip())),
        phone(line(typed.phone())),
        line(typed.email()),
        typed.addressVerified());
  }

  private boolean standAlone(String line1, String line2) {
    return length(line1) >= Profile.SHORTEST_PLACE && length(line2) >= profile.shortestLine2();
  }

  private String title(String typed) {
    String spelled = profile.title(typed).orElse(typed);
    if (!spelled.equals(typed)) {
      repairs.add(Repair.TITLE_SPELLED);
    }
    return spelled;
  }

  /** A single letter is no town; there are some of two. */
  private String city(String typed) {
    return length(typed) < 2
        ? typed
        : padded(typed, Profile.SHORTEST_PLACE, () -> repairs.add(Repair.CITY_PADDED));
  }

  private static String zip(String typed) {
    var nine = ZIP.matcher(typed);
    return nine.matches() ? nine.group(1) + "-" + nine.group(2) : typed;
  }

  private String phone(String typed) {
    if (typed.isEmpty()) {
      return "";
    }
    var number = PhoneNumber.parse(typed);
    if (number.isEmpty()) {
      repairs.add(Repair.PHONE_LEFT_OUT);
      return "";
    }
    if (number.get().hadExtension()) {
      repairs.add(Repair.PHONE_EXTENSION_LEFT_OUT);
    }
    return number.get().value();
  }

  private CwcMessage.Message message(CwcMessage.Message typed) {
    noteWhatCannotBeCarried(typed.ownWords());
    return new CwcMessage.Message(
        CwcText.line(typed.subject()),
        typed.topics().stream().map(CwcText::line).toList(),
        typed.bills(),
        typed.stance(),
        CwcText.block(typed.statement()),
        padded(
            CwcText.block(typed.ownWords()),
            Profile.SHORTEST_LETTER,
            () -> repairs.add(Repair.OWN_WORDS_PADDED)));
  }

  /** A line of what the person typed. */
  private String line(String typed) {
    noteWhatCannotBeCarried(typed);
    return CwcText.line(typed);
  }

  private void noteWhatCannotBeCarried(String typed) {
    if (!CwcText.isCarried(typed)) {
      repairs.add(Repair.CHARACTERS_LEFT_OUT);
    }
  }
}
