package org.joinvoices.delivery.packet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.Slug;
import org.joinvoices.districts.Seat;

/** A packet for one office; the people in it are made up for testing. */
final class SamplePackets {

  static final String SUBJECT = "Please restore the right to seek asylum";

  static final String STATEMENT =
      """
      Please act, Representative: ask the incoming administration to let people who seek safety at our border ask for it.

      I am one of your constituents. Families have waited for more than a year in cities where they are not safe, although \
      the law of this country lets them ask for asylum. They have written a letter with six demands, and I have joined it.

      I ask you to support, in public and in committee, an end to expulsions under Title 42, an end to the program known as \
      “Remain in Mexico”, the reunification of separated families, and legal representation for people who ask for asylum.

      Please tell me what you will do.""";

  private SamplePackets() {}

  static PacketHead head(int letters) {
    return new PacketHead(
        new Slug("join-voices-with-asylum-seekers"),
        "Join Voices with Asylum Seekers",
        SampleActions.letter().organization(),
        new Seat("OH-11"),
        new PacketOffice(
            "The Honorable Marcia L. Fudge",
            "U.S. Representative for Ohio, district 11",
            List.of("United States House of Representatives", "Washington, DC 20515")),
        3,
        letters,
        LocalDate.parse("2021-01-12"),
        LocalDate.parse("2021-01-13"));
  }

  /** Numbered from 1: so many with own words, then the rest with the same text. */
  static List<PacketLetter> letters(int ownWords, int all) {
    var letters = new ArrayList<PacketLetter>();
    for (int place = 1; place <= all; place++) {
      letters.add(
          letter(
              place,
              "Ms. Sample-Amira Testperson " + place,
              place > ownWords
                  ? ""
                  : "These are sample words of letter " + place + ".\n\nAnd more."));
    }
    return letters;
  }

  static PacketLetter letter(int place, String name, String ownWords) {
    String town = place % 7 == 0 ? "Euclid" : "Cleveland";
    return letter(place, name, "1 Samplestreet", town, "216-555-0142", ownWords);
  }

  static PacketLetter letter(
      int place, String name, String line, String town, String phone, String ownWords) {
    return new PacketLetter(
        place,
        name,
        List.of(line, town + ", OH 44103"),
        town + ", OH",
        "person" + place + "@mail.example",
        phone,
        LocalDate.parse("2021-01-10"),
        place % 2 == 0,
        SUBJECT,
        STATEMENT,
        ownWords);
  }
}
