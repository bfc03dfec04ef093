package org.joinvoices.accountability;

/** Why a response is not recorded as told; each with what to do, in words for organizers. */
public enum ResponseFault {
  ADDRESSEE_UNKNOWN("The letter has no addressee of this id; action.yaml has them all."),
  ADDRESSEE_NOT_IN_OFFICE(
      "This addressee was not in office that day; choose who was, or mend the day."),
  SEAT_UNKNOWN(
      "Nobody is known to have held this seat that day; check the seat, such as OH-S1 or OH-11, and the day."),
  DAY_IN_THE_FUTURE("It cannot be said later than today; check the day."),
  DAY_BEFORE_THE_LETTER("The letter was not open yet that day; check the day."),
  STANCE_MISSING("Choose an answer for at least one demand, or for the letter as a whole."),
  WHOLE_AND_DEMANDS(
      "Choose answers for single demands or one for the letter as a whole, not both."),
  DEMAND_UNKNOWN("The letter has no demand of this number."),
  WORDS_MISSING("Quote or sum up what the office said."),
  WORDS_TOO_LONG("Quote or sum up what the office said in at most 1,000 characters."),
  WORDS_UNREADABLE("Characters in the text cannot be kept; type it again."),
  LANGUAGE_UNKNOWN("Choose the language of the quotation."),
  EVIDENCE_MISSING("Give a link or a file by which everyone can check the answer."),
  LINK_WRONG("Write the whole address, beginning with https://, or leave this empty."),
  FILE_TOO_LARGE("The file is larger than 5 MiB; make it smaller."),
  FILE_OF_OTHER_TYPE(
      "The file must be a picture (JPEG or PNG) or a PDF; this file is none, whatever its name."),
  REASON_MISSING("Say why; everyone can read it."),
  REASON_TOO_LONG("Say why in at most 500 characters."),
  NOT_ON_RECORD("There is no such answer on record, or it is taken off already.");

  private final String remedy;

  ResponseFault(String remedy) {
    this.remedy = remedy;
  }

  /** One sentence or two, in English. */
  public String remedy() {
    return remedy;
  }
}
