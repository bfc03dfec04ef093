package org.joinvoices.accountability.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joinvoices.action.Channel;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.OfficeMessage;

/**
 * One recipient on a receipt.
 *
 * @param seat whose office it is
 * @param office what the seat is called in the reader's language
 * @param holder who it went or will go to; empty while the seat is vacant
 * @param way it went or will go
 * @param state where it stands
 * @param result the state in words
 * @param note what the state means or why it waits; may be empty text
 * @param when of the last attempt, or of the hand-over
 * @param reference of the gateway once accepted
 * @param yours whether it is the signer who can reach the office
 * @param told what the signer told us to have done, in words
 * @param message what the office reads
 * @param fingerprint the hash that is kept of it, once it was posted
 */
public record ReceiptLine(
    Seat seat,
    String office,
    Optional<String> holder,
    Way way,
    DeliveryState state,
    String result,
    String note,
    Optional<String> when,
    Optional<String> reference,
    boolean yours,
    Optional<String> told,
    OfficeMessage message,
    Optional<String> fingerprint) {

  /**
   * @param channel by which it goes
   * @param words for it
   */
  record Way(Channel channel, String words) {}

  public String channel() {
    return way.words();
  }

  /**
   * How the state looks: good, wait, bad or plain. What is handed to the signer is not done yet.
   */
  public String look() {
    return switch (state) {
      case HANDED_OVER -> way.channel() == Channel.HAND_OFF ? "wait" : "good";
      case ACCEPTED -> "good";
      case HELD, NEEDS_REVIEW -> "wait";
      case REFUSED -> "bad";
      case QUEUED, SENDING, WITHDRAWN -> "plain";
    };
  }

  /** What {@code when} is the moment of. */
  public String whenKey() {
    return state == DeliveryState.HANDED_OVER ? "receipt.handed" : "receipt.when";
  }

  /** The message as plain text, with what became of it. */
  String copy(Words words) {
    return joined(
        "\n\n",
        holder.map(name -> name + ", " + office).orElse(office),
        joined(" · ", result, when.orElse(""), fingerprint.orElse("")),
        message.subject(),
        message.ownWords().map(own -> words.get("receipt.own_words") + ":\n" + own).orElse(""),
        words.get("receipt.statement") + ":\n" + message.statement());
  }

  /** What there is of some texts, with a sign in between. */
  static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
  }

  /**
   * Whether something may happen to it within seconds; a held message waits for weeks, and so does
   * one for the next packet.
   */
  boolean isMoving() {
    return state == DeliveryState.SENDING
        || (state == DeliveryState.QUEUED && way.channel() != Channel.PACKET);
  }

  @Override
  public String toString() {
    return "ReceiptLine[hidden]";
  }
}
