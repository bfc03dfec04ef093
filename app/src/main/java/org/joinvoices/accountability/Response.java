package org.joinvoices.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.Addressee;
import org.joinvoices.districts.SeatNames;

/**
 * A response on record. All of it may be shown to everybody until it is withdrawn.
 *
 * @param from whose office
 * @param holder who held the seat that day; empty for an addressee
 * @param letterVersion whose demands are numbered
 * @param stances by number of the demand, or {@link #WHOLE} alone
 * @param saidOn civic day, in the zone of the letter's deadline
 * @param words in the words of the office
 * @param language of the words
 * @param link where it can be read
 * @param file what shows it
 * @param withdrawal that it was taken off the record
 */
public record Response(
    UUID id,
    Responder from,
    Optional<String> holder,
    int letterVersion,
    SortedMap<Integer, ResponseStance> stances,
    LocalDate saidOn,
    String words,
    String language,
    Optional<String> link,
    Optional<File> file,
    Instant recordedAt,
    Optional<Withdrawal> withdrawal) {

  /** In place of a demand's number: the letter as a whole. */
  public static final int WHOLE = 0;

  /**
   * A file that shows it.
   *
   * @param type {@code image/jpeg}, {@code image/png} or {@code application/pdf}
   * @param sha256 64 hexadecimal digits
   */
  public record File(String type, String sha256) {}

  /**
   * That it was taken off the record, and why.
   *
   * @param at civic instant
   */
  public record Withdrawal(Instant at, String reason) {}

  public Response {
    stances = Collections.unmodifiableSortedMap(new TreeMap<>(stances));
  }

  /** Whether it still stands. */
  public boolean stands() {
    return withdrawal.isEmpty();
  }

  /** Whether it says more than that the letter arrived. */
  public boolean isAnswer() {
    return stances.values().stream().anyMatch(ResponseStance::isAnswer);
  }

  /** Whose answer it is, such as {@code Sherrod Brown}. */
  public String name(Action action) {
    return switch (from) {
      case Responder.Named(var id) -> addressee(action, id).map(Addressee::name).orElse(id);
      case Responder.Member(var seat) -> holder.orElse(seat.value());
    };
  }

  /** The office, in this language as far as it is one in Congress; may be empty text. */
  public String office(Action action, String language) {
    return switch (from) {
      case Responder.Named(var id) -> addressee(action, id).map(Addressee::office).orElse("");
      case Responder.Member(var seat) -> SeatNames.of(seat, language);
    };
  }

  private static Optional<Addressee> addressee(Action action, String id) {
    return action.addressees().stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
