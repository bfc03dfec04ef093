package org.joinvoices.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joinvoices.districts.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderReaderTest {

  private final Map<String, String> files = new HashMap<>(SeedAction.folder().files());

  @Test
  void findsNothingWrongWithTheSeed() {
    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          goal: 1000 | goal: many | goal cannot be read
          goal: 1000 | goal: 0 | goal cannot be read
          goal: 1000 | goal: | goal is empty
          goal: 1000 | gaol: 1000 | unknown key gaol
          slug: join | slug: Join_ | slug cannot be read
          - Immigration | - Borders | unknown topic Borders
          phone: 202-555-0142 | phone: (202) 555 0142 | phone cannot be read
          email: letters@sample-organization.example | email: letters@sample | email cannot be read
          deadline: 2021-01-20T12:00 | deadline: 2020-12-10T00:00 | deadline is not after opens
          opens: 2020-12-10T00:00 | opens: 2020-12-32T00:00 | opens cannot be read
          opens: 2020-12-10T00:00 America/New_York | opens: 2020-12-10T00:00 | opens cannot be read
          deadline: 2021-01-20T12:00 America/New_York | deadline: 2021-01-20T12:00 America/Gotham | deadline cannot be read
          closes: 2021-05-01T00:00 | closes: 2021-03-14T02:30 | closes cannot be read
          closes: 2021-05-01T00:00 | closes: 2021-01-01T00:00 | closes is before the deadline
          keep_contact: 6 months | keep_contact: half a year | keep_contact cannot be read
          keep_contact: 6 months | keep_contact: 25 months | keep_contact cannot be read
          keep_contact: 6 months | keep_contact: 0 days | keep_contact cannot be read
          default_language: en | default_language: fr | there is no file fr.md
          original_language: en | original_language: english | original_language cannot be read
          id: vice-president-elect | id: president-elect | two addressees have this id
          subject: Please help restore the right to seek asylum | subject: Hello | subject has 5 characters
          subject: Please help | subject: Please: help | not YAML: mapping values are not allowed here
          goal: 1000 | channels: {senat: [cwc]} | channels of senat, which is no target
          goal: 1000 | channels: {ZZ-11: [cwc]} | channels of ZZ-11, which is no target
          goal: 1000 | channels: {house: [cwc, fax]} | fax is not known to house
          goal: 1000 | channels: {house: [cwc, mail, cwc]} | cwc is there twice in house
          goal: 1000 | channels: {house: []} | house needs a list of at least 1
          goal: 1000 | offices: [{seat: OH-S9, phone: 202-555-0100}] | seat cannot be read
          goal: 1000 | offices: [{seat: OH-11}] | this office has no contact
          goal: 1000 | offices: [{seat: OH-11, phone: 202-555-0100}, {seat: OH-11, email: a@b.example}] | two offices have this seat
          goal: 1000 | offices: [{seat: OH-11, phone: +1 202 555 0100}] | phone cannot be read
          goal: 1000 | offices: [{seat: OH-11, contact_page: http://office.example}] | contact_page cannot be read
          goal: 1000 | bills: [{congress: 117, type: H.R., number: 1}] | type cannot be read
          goal: 1000 | bills: [{congress: 117, type: hr, number: 0}] | number cannot be read
          goal: 1000 | bills: [{congress: 117, type: hr, number: 1}] | bills without a stance
          goal: 1000 | stance: undecided | stance cannot be read
          office: The White House | country: USA | country cannot be read
          office: The White House | country: ZZ | country cannot be read
          office: The White House | phone: call us | phone cannot be read
          office: The White House | contact_page: www.whitehouse.example | contact_page cannot be read
          office: The White House | postal_lead_days: -1 | postal_lead_days cannot be read
          office: The White House | deliver_by: [mail, print] | deliver_by names mail, but there is no email
          office: The White House | deliver_by: [print, fax] | fax is not known to deliver_by
          office: The White House | deliver_by: [print, print] | print is there twice in deliver_by
          """)
  void namesTheFaultInTheSettings(String from, String to, String problem) {
    edit("action.yaml", from, to);

    assertThat(faults()).anySatisfy(fault -> isAt(fault, "action.yaml", to, problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Closing | # Ending | unknown heading Ending
          # Closing | # Opening | # Opening is there twice
          2. Immediately | 3. Immediately | demand 3 stands where 2 is expected
          1. Open the | Open the | text outside a demand
          status: reviewed | status: finished | status cannot be read
          A cordial greeting | A **cordial** greeting | markup is not allowed: **
          A cordial greeting | A <b>cordial</b> greeting | markup is not allowed: <b>
          A cordial greeting | A [cordial](https://sample.example) greeting | markup is not allowed: [cordial](https://sample.example)
          # Message to CA-S3 before 2021-01-19 | # Message to CA-S4 | unknown heading Message to CA-S4
          # Message to CA-S3 before 2021-01-19 | # Message to CA-S3 before noon | unknown heading Message to CA-S3 before noon
          # Message to CA-S3 before 2021-01-19 | # Message to XX-01 | unknown heading Message to XX-01
          A cordial greeting | A &nbsp; cordial greeting | markup is not allowed: &nbsp;
          """)
  void namesTheFaultInALanguage(String from, String to, String problem) {
    edit("en.md", from, to);

    assertThat(faults()).anySatisfy(fault -> isAt(fault, "en.md", to, problem));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0000, 0x0007, 0x0009, 0x202E, 0x2066, 0xFFFD})
  void refusesCharactersThatDoNotShow(int character) {
    edit("es.md", "Reciban un", "Reciban" + Character.toString(character) + "un");

    assertThat(faults())
        .singleElement()
        .satisfies(
            fault ->
                isAt(
                    fault,
                    "es.md",
                    "cordial saludo",
                    "character U+%04X is not allowed".formatted(character)));
  }

  @Test
  void keepsContactDataForSixMonthsWhereNothingIsSaidAndNeverLessThanTheBookNeeds() {
    edit("action.yaml", "keep_contact: 6 months", "");
    assertThat(new FolderReader(new ActionFolder(files)).read().orElseThrow().settings())
        .extracting(ActionSettings::keepContact)
        .isEqualTo(KeepContact.STANDARD);

    edit("action.yaml", "closes: 2021-05-01T00:00", "closes: 2021-01-20T12:00");
    edit("action.yaml", "goal: 1000", "goal: 1000\nkeep_contact: 2 days");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault ->
                isAt(
                    fault,
                    "action.yaml",
                    "keep_contact: 2 days",
                    "keep_contact ends before the supplement of the petition book is made"));
  }

  @Test
  void countsTheDemandsOfEveryLanguage() {
    edit("es.md", "5. Garanticen representación legal a las personas solicitantes de asilo.\n", "");
    edit("es.md", "6. Garanticen el", "5. Garanticen el");

    assertThat(faults())
        .singleElement()
        .satisfies(fault -> isAt(fault, "es.md", "# Demands", "5 demands, but 6 in en.md"));
  }

  @Test
  void wantsTheSameSeatsInEveryLanguage() {
    edit("es.md", "# Message to CA-S3 before 2021-01-19", "# Message to CA-S3");

    assertThat(faults())
        .extracting(Fault::toString)
        .containsExactly(
            "es.md:1: # Message to CA-S3 before 2021-01-19 is missing, but in en.md."
                + " Give every language the same messages.",
            "es.md:%d: # Message to CA-S3 is here, but not in en.md. Give every language the same messages."
                .formatted(lineOf("es.md", "# Message to CA-S3")));
  }

  @Test
  void wantsEveryMessageToCongressOrNone() {
    files.replaceAll((name, text) -> text.replaceFirst("(?s)# Message to senators.*", ""));
    edit("action.yaml", "topics:\n  - Immigration\n", "");

    assertThat(faults()).isEmpty();

    files.computeIfPresent("es.md", (name, text) -> text + "# Message to senators\n\nPor favor.\n");
    assertThat(faults())
        .extracting(Fault::toString)
        .containsExactly(
            "action.yaml:2: topics is missing. Add it.",
            "ar.md:1: the heading # Message to senators is missing. Add it and its text.",
            "ar.md:1: the heading # Message to representatives is missing. Add it and its text.",
            "en.md:1: the heading # Message to senators is missing. Add it and its text.",
            "en.md:1: the heading # Message to representatives is missing. Add it and its text.",
            "es.md:1: the heading # Message to representatives is missing. Add it and its text.");
  }

  @Test
  void takesAddresseesOfAnyNameAndPlace() {
    String name = "O'Brien-Núñez y López";
    edit(
        "action.yaml",
        "office: The White House",
        "office: Palacio 🕊️ de ejemplo\n    country: MX");
    edit("action.yaml", "name: President Joe Biden", "name: \"" + name + "\"");
    edit("action.yaml", "name: Vice President Kamala Harris", "name: " + "S".repeat(500));
    assertThat(faults()).isEmpty();

    edit("action.yaml", "name: President-Elect Joe Biden", "name: Suharto");
    assertThat(settings().addressees())
        .extracting(Addressee::name)
        .contains(name, "Suharto", "S".repeat(500));

    edit("action.yaml", "S".repeat(500), "S".repeat(501));
    assertThat(faults()).singleElement().hasToString(tooLong());
  }

  private String tooLong() {
    return "action.yaml:%d: name has 501 characters. Shorten it to 500."
        .formatted(lineOf("action.yaml", "name: SSS"));
  }

  @Test
  void readsHowMessagesReachCongress() {
    edit(
        "action.yaml",
        "goal: 1000",
        """
        goal: 1000
        channels:
          senate: [mail, packet]
          OH-11:
            - packet
            - hand_off
        offices:
          - seat: OH-11
            phone: 202-555-0100
            contact_page: https://office.example/contact
        bills:
          - {congress: 117, type: hr, number: 6}
        stance: pro\
        """);

    assertThat(faults()).isEmpty();
    Congress congress = settings().congress();
    assertThat(congress.channels().of(new Seat("OH-S1")))
        .containsExactly(Channel.MAIL, Channel.PACKET);
    assertThat(congress.channels().of(new Seat("OH-11")))
        .containsExactly(Channel.PACKET, Channel.HAND_OFF);
    assertThat(congress.channels().of(new Seat("OH-12"))).isEqualTo(ChannelOrder.USUAL);
    assertThat(congress.office(new Seat("OH-11")).flatMap(OfficeContact::phone))
        .contains("202-555-0100");
    assertThat(congress.office(new Seat("OH-12"))).isEmpty();
    assertThat(congress.bills()).containsExactly(new Bill(117, "hr", 6));
    assertThat(congress.stance()).contains(Stance.PRO);
  }

  private ActionSettings settings() {
    return new FolderReader(new ActionFolder(files)).read().orElseThrow().settings();
  }

  private int lineOf(String file, String mark) {
    List<String> lines = files.getOrDefault(file, "").lines().toList();
    return 1
        + lines.indexOf(
            lines.stream().filter(line -> line.contains(mark)).findFirst().orElseThrow());
  }

  @Test
  void measuresTextsByTheBoundsOfTheOffices() {
    String body = files.getOrDefault("en.md", "");
    files.put("en.md", body + "\n" + "word ".repeat(2_000));

    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.problem()).startsWith("# Message to CA-S3 before 2021-01-19 has 1");
              assertThat(fault.remedy()).isEqualTo("Shorten it to 10000.");
            });
  }

  @Test
  void missesSectionsKeysAndFiles() {
    files.put("en.md", "---\nstatus: draft\n---\n\n# Introduction\n\n# Salutation\nDear all,\n");
    files.put("notes.txt", "remember");

    assertThat(faults())
        .extracting(Fault::toString)
        .contains(
            "en.md:5: # Introduction is empty. Write its text below it.",
            "en.md:1: the heading # Opening is missing. Add it and its text.",
            "en.md:2: title is missing. Add it.",
            "notes.txt:1: unknown file. Languages are named en.md, es.md; move others away.");
  }

  @Test
  void reportsFaultsOfAllFilesInOrder() {
    edit("action.yaml", "goal: 1000", "goal: many");
    edit("action.yaml", "slug: join", "slug: Join");
    edit("en.md", "# Closing", "# Ending");
    edit("es.md", "status: draft", "status: done");

    assertThat(faults())
        .extracting(fault -> fault.file() + " " + fault.problem())
        .containsExactly(
            "action.yaml slug cannot be read",
            "action.yaml goal cannot be read",
            "en.md the heading # Closing is missing",
            "en.md unknown heading Ending",
            "es.md status cannot be read");
  }

  @Test
  void sparesTheRestWhereTheKeysCannotBeRead() {
    edit("es.md", "status: draft", "status: [draft");

    assertThat(faults())
        .singleElement()
        .satisfies(f -> assertThat(f.problem()).startsWith("not YAML"));
  }

  @Test
  void asksForTheSettings() {
    files.remove("action.yaml");

    assertThat(faults()).singleElement().hasFieldOrPropertyWithValue("file", "action.yaml");
  }

  @Test
  void readsWhatOtherEditorsWrite() {
    files.replaceAll((name, text) -> "\uFEFF" + text.replace("\n", "  \r\n"));

    assertThat(new FolderReader(new ActionFolder(files)).read())
        .isEqualTo(new FolderReader(SeedAction.folder()).read());
  }

  private List<Fault> faults() {
    FolderReader reader = new FolderReader(new ActionFolder(files));
    reader.read();
    return reader.faults();
  }

  private void edit(String file, String from, String to) {
    assertThat(files.get(file)).contains(from);
    files.computeIfPresent(
        file, (name, text) -> text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
  }

  private void isAt(Fault fault, String file, String mark, String problem) {
    assertThat(fault.problem()).isEqualTo(problem);
    assertThat(fault.file()).isEqualTo(file);
    assertThat(files.getOrDefault(file, "").split("\n", -1)[fault.line() - 1]).contains(mark);
  }
}
