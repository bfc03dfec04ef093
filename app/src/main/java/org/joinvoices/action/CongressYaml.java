package org.joinvoices.action;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joinvoices.districts.Seat;

/** Reads how messages reach Congress, and which bills they speak of, from {@code action.yaml}. */
final class CongressYaml {

  private static final String CHANNELS =
      "Write cwc, mail, packet or hand_off, each once, the first to be tried first.";

  /** Far beyond any Congress and any number in one; the bounds are ours. */
  private static final int HIGHEST_CONGRESS = 999;

  private static final int HIGHEST_NUMBER = 99_999;

  /** Stands for a seat that could not be read. */
  private static final Seat NO_SEAT = new Seat("XX-00");

  private final YamlKeys keys;
  private final FileFaults faults;

  CongressYaml(YamlKeys keys) {
    this.keys = keys;
    faults = keys.faults();
  }

  Congress read() {
    List<Bill> bills =
        keys.optionalBlocks("bills").stream().flatMap(block -> bill(block).stream()).toList();
    Optional<Stance> stance = keys.optional("stance", Stance::parse, "Write pro or con.");
    if (keys.has("bills") && !keys.has("stance")) {
      faults.at(
          keys.line("bills"),
          "bills without a stance",
          "Offices sort by it: add stance: pro, or stance: con.");
    }
    return new Congress(channels(), offices(), bills, stance);
  }

  private ChannelOrder channels() {
    if (!keys.has("channels")) {
      return ChannelOrder.STANDARD;
    }
    YamlKeys of = keys.block("channels");
    Map<String, List<Channel>> orders = new TreeMap<>();
    for (String target : of.names()) {
      if (!isTarget(target)) {
        faults.at(
            of.line(target),
            "channels of " + Change.shortened(target) + ", which is no target",
            "Write senate, house or a seat, such as OH-11.");
      }
      orders.put(target, of.words(target, Channel::parse, CHANNELS));
    }
    return new ChannelOrder(orders);
  }

  private static boolean isTarget(String word) {
    return word.equals("senate") || word.equals("house") || Forms.seat(word).isPresent();
  }

  private List<OfficeContact> offices() {
    Set<Seat> seats = new HashSet<>();
    return keys.optionalBlocks("offices").stream().map(block -> office(block, seats)).toList();
  }

  private OfficeContact office(YamlKeys of, Set<Seat> seats) {
    Optional<Seat> seat = of.parsed("seat", Forms::seat, Forms.SEAT_REMEDY);
    OfficeContact office =
        new OfficeContact(
            seat.orElse(NO_SEAT),
            of.optional("email", Forms::email, Forms.EMAIL_REMEDY),
            of.optional("phone", Forms::phone, Forms.PHONE_REMEDY),
            of.optional("contact_page", Forms::https, Forms.HTTPS_REMEDY),
            of.optionalLines("postal_address", Length.LINE));
    boolean silent =
        Stream.of("email", "phone", "contact_page", "postal_address").noneMatch(of::has);
    of.refuseOthers();
    if (seat.isPresent() && !seats.add(seat.get())) {
      faults.at(of.line("seat"), "two offices have this seat", "Put them together.");
    }
    if (silent) {
      faults.at(
          of.line("seat"),
          "this office has no contact",
          "Add email, phone, contact_page or postal_address, or delete it.");
    }
    return office;
  }

  private Optional<Bill> bill(YamlKeys of) {
    Optional<Integer> congress = number(of, "congress", HIGHEST_CONGRESS);
    Optional<String> type =
        of.parsed("type", Bill::type, "Write one of " + String.join(", ", Bill.TYPES) + ".");
    Optional<Integer> number = number(of, "number", HIGHEST_NUMBER);
    of.refuseOthers();
    return congress.isPresent() && type.isPresent() && number.isPresent()
        ? Optional.of(new Bill(congress.get(), type.get(), number.get()))
        : Optional.empty();
  }

  private static Optional<Integer> number(YamlKeys of, String key, int max) {
    return of.parsed(
        key,
        text -> Forms.wholeNumber(text, 1, max),
        "Write a whole number from 1 to " + max + ".");
  }
}
