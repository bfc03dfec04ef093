package org.joinvoices.desk.delivery;

import static org.joinvoices.desk.delivery.QueueWords.WORDS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.delivery.HandOverFault;
import org.joinvoices.delivery.HandOverProof;
import org.joinvoices.delivery.HandOverWay;
import org.joinvoices.desk.TypedMoment;
import org.joinvoices.platform.web.UploadForm;

/**
 * What was typed about a hand-over, kept as it was typed, and what is wrong with it. Whether it is
 * true to the letter is for {@code HandOvers} to say.
 *
 * @param faults field to message, in the order of the form; empty where all is well
 */
public record HandOverForm(
    String who, String where, String at, String how, Map<String, String> faults) {

  /** What can be recorded as far as the form tells. */
  record Filled(String who, String where, Instant at, HandOverWay how, byte[] proof) {

    @Override
    public String toString() {
      return "Filled[hidden]";
    }
  }

  static HandOverForm empty() {
    return new HandOverForm("", "", "", "", Map.of());
  }

  /**
   * @param zone of the letter's deadline, in which the moment is written
   */
  static HandOverForm read(UploadForm sent, ZoneId zone) {
    var faults = new LinkedHashMap<String, String>();
    if (sent.field("who").isBlank()) {
      faults.put("who", HandOverFault.WHO_MISSING.remedy());
    }
    if (sent.field("where").isBlank()) {
      faults.put("where", HandOverFault.WHERE_MISSING.remedy());
    }
    if (TypedMoment.parse(sent.field("at"), zone).isEmpty()) {
      faults.put("at", WORDS.get("handover.at.fault"));
    }
    if (HandOverWay.find(sent.field("how")).isEmpty()) {
      faults.put("how", WORDS.get("handover.how.fault"));
    }
    if (sent.isTooLong()) {
      faults.put("proof", HandOverFault.PROOF_TOO_LARGE.remedy());
    } else if (sent.file("proof").isEmpty()) {
      faults.put("proof", WORDS.get("handover.proof.fault"));
    }
    return new HandOverForm(
        sent.field("who"), sent.field("where"), sent.field("at"), sent.field("how"), faults);
  }

  /** The same with what the record has against it. */
  HandOverForm with(HandOverFault fault) {
    var more = new LinkedHashMap<>(faults);
    more.putIfAbsent(field(fault), fault.remedy());
    return new HandOverForm(who, where, at, how, more);
  }

  private static String field(HandOverFault fault) {
    return switch (fault) {
      case WHO_MISSING, WHO_TOO_LONG -> "who";
      case WHERE_MISSING, WHERE_TOO_LONG, UNREADABLE -> "where";
      case IN_THE_FUTURE, BEFORE_THE_LETTER, ADDRESSEE_NOT_IN_OFFICE -> "at";
      case PROOF_EMPTY, PROOF_TOO_LARGE, PROOF_OF_OTHER_TYPE -> "proof";
      case ADDRESSEE_UNKNOWN, PACKET_UNKNOWN, LETTER_ENDED -> "what";
    };
  }

  /** Empty while something is missing. */
  Optional<Filled> filled(UploadForm sent, ZoneId zone) {
    return faults.isEmpty()
        ? Optional.of(
            new Filled(
                who,
                where,
                TypedMoment.parse(at, zone).orElseThrow(),
                HandOverWay.find(how).orElseThrow(),
                sent.file("proof").orElseThrow()))
        : Optional.empty();
  }

  /**
   * Room for the largest proof and a little more, so that one a little larger is told so kindly.
   */
  static int longest() {
    return HandOverProof.LARGEST;
  }

  @Override
  public String toString() {
    return "HandOverForm[hidden]";
  }
}
