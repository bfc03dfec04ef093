package org.joinvoices.delivery;

/** Why a hand-over is not recorded as told; each with what to do, in words for organizers. */
public enum HandOverFault {
  WHO_MISSING("Say who handed it over."),
  WHO_TOO_LONG("Say who handed it over in at most 500 characters."),
  WHERE_MISSING("Say where, and to whom."),
  WHERE_TOO_LONG("Say where, and to whom, in at most 500 characters."),
  UNREADABLE("Characters in the text cannot be kept; type it again."),
  IN_THE_FUTURE("It cannot be handed over later than now; check the time and its offset."),
  BEFORE_THE_LETTER("The letter was not open yet then; check the time and its offset."),
  ADDRESSEE_UNKNOWN("The letter has no addressee of this id; action.yaml has them all."),
  ADDRESSEE_NOT_IN_OFFICE(
      "This addressee was not in office then; choose who was, or mend the time."),
  PACKET_UNKNOWN("There is no such packet, or it is void."),
  PROOF_EMPTY("The file of the proof is empty; choose another."),
  PROOF_TOO_LARGE("The file of the proof is larger than 10 MiB; make it smaller."),
  PROOF_OF_OTHER_TYPE(
      "The proof must be a photo (JPEG or PNG) or a PDF; this file is none, whatever its name."),
  LETTER_ENDED("The letter's key is destroyed, so nothing can be sealed for it any more.");

  private final String remedy;

  HandOverFault(String remedy) {
    this.remedy = remedy;
  }

  /** One sentence or two, in English. */
  public String remedy() {
    return remedy;
  }
}
