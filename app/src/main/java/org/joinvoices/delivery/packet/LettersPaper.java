package org.joinvoices.delivery.packet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joinvoices.platform.cells.Cell;
import org.joinvoices.platform.web.Formats;

/** One part of a packet: its cover, the summary, and letters. */
final class LettersPaper {

  private static final Formats FORMATS = Formats.in("en");

  private final PacketHead head;
  private final PacketPage page;

  LettersPaper(PacketHead head, PacketPage page) {
    this.head = head;
    this.page = page;
  }

  /**
   * @param there numbers of the letters of this part that are in it, rising
   */
  void cover(int part, List<Integer> there) {
    var from = head.organization();
    page.section("Cover");
    page.kind("LETTERS FROM CONSTITUENTS");
    page.addressee(head.office().addressed(), office());
    page.title(head.title());
    page.count(number(head.letters()), counted(part));
    page.paragraph(
        "Each letter is from a constituent of yours who joined it at %s, confirmed it from their own mailbox, and agreed that it be delivered to this office in their name."
            .formatted(from.name()));
    page.paragraph(
        "Letters in which constituents wrote words of their own come first, each on its own page. Where several sent the same text, it is printed once, followed by everyone who sent it, with name, address and letter number.");
    page.strong("To answer everyone at once");
    page.paragraph(
        "Write to %s or call %s and name packet %s: %s can pass your answer on to all of them. Each letter also says where its sender can be reached."
            .formatted(from.email(), from.phone(), head.name(), from.name()));
    page.facts(
        List.of(
            List.of(
                "Packet",
                "%s, made %s, printed %s"
                    .formatted(
                        head.name(), FORMATS.date(head.made()), FORMATS.date(head.printed()))),
            List.of(head.parts() == 1 ? "In this packet" : "In this part", inside(part, there)),
            List.of(
                "From",
                Stream.concat(Stream.of(from.name()), from.postalAddress().stream())
                    .collect(joining(", "))),
            List.of("Contact", String.join(", ", from.contactName(), from.email(), from.phone()))));
    page.end("Cover");
  }

  private List<String> office() {
    return Stream.concat(Stream.of(head.office().seat()), head.office().address().stream())
        .toList();
  }

  private String counted(int part) {
    String letters = head.letters() == 1 ? "letter" : "letters";
    return head.parts() == 1
        ? letters
        : "%s, in %d parts; this is part %d".formatted(letters, head.parts(), part);
  }

  private String inside(int part, List<Integer> there) {
    var all = IntStream.rangeClosed(head.first(part), head.last(part)).boxed().toList();
    var gone = new ArrayList<>(all);
    gone.removeAll(there);
    String letters =
        (all.size() == 1 ? "Letter " : "Letters ")
            + Ranges.of(all.stream().mapToInt(Integer::intValue))
            + " of "
            + number(head.letters());
    return gone.isEmpty()
        ? letters
        : letters
            + ", without "
            + Ranges.of(gone.stream().mapToInt(Integer::intValue))
            + ", taken out since the packet was made";
  }

  void summary(PacketSummary whole) {
    page.section("Summary");
    page.heading("Summary");
    List<List<String>> kinds = new ArrayList<>();
    kinds.add(List.of("With words of their own, each printed in full", number(whole.ownWords())));
    whole
        .sameText()
        .forEach(
            count ->
                kinds.add(List.of("With the same text, printed once in each part", number(count))));
    page.counts("Letters", "Number", kinds, List.of("All", number(whole.letters())));
    int gone = head.letters() - whole.letters();
    if (gone > 0) {
      page.paragraph(
          number(gone)
              + (gone == 1 ? " letter was" : " letters were")
              + " taken out since the packet was made; the cover of each part names the numbers.");
    }
    page.subheading("Constituents by town");
    page.small(
        "By the main town of each ZIP code. Counts below ten are merged into one line, together with a larger one where the merged line would still give them away, so that this page can be passed on without pointing at anyone.");
    page.counts(
        "Town",
        "Constituents",
        whole.towns().stream()
            .map((Cell town) -> List.of(town.name(), number(town.signatures())))
            .toList(),
        List.of("All", number(whole.letters())));
    page.end("Summary");
  }

  /** With own words: a letter of its own. */
  void letter(PacketLetter letter) {
    page.section("Letter " + letter.place());
    page.strong(letter.name());
    page.block(Stream.concat(letter.address().stream(), reach(letter)).toList(), 9);
    page.block(List.of(FORMATS.date(letter.signed())), 9);
    page.block(
        Stream.concat(Stream.of(head.office().addressed()), head.office().address().stream())
            .toList(),
        18);
    page.heading(letter.subject());
    page.ownWords(letter.ownWords());
    page.statement(
        "THE LETTER THAT " + letter.name().toUpperCase(Locale.ROOT) + " JOINED",
        letter.statement());
    page.close(
        letter.replyWanted()
            ? List.of(letter.name(), "Asks for a reply.")
            : List.of(letter.name()));
    page.end("Letter %s of %s".formatted(number(letter.place()), number(head.letters())));
  }

  private static Stream<String> reach(PacketLetter letter) {
    return Stream.of(letter.email(), letter.phone()).filter(text -> !text.isEmpty());
  }

  /** Each text that is sent without own words, once, with everyone who sent it. */
  void sameTexts(List<PacketLetter> letters) {
    letters.stream()
        .collect(
            groupingBy(
                letter -> List.of(letter.subject(), letter.statement()),
                LinkedHashMap::new,
                toList()))
        .values()
        .forEach(this::sameText);
  }

  private void sameText(List<PacketLetter> letters) {
    var first = letters.getFirst();
    String numbers = Ranges.of(letters.stream().mapToInt(PacketLetter::place));
    String name = (letters.size() == 1 ? "Letter " : "Letters ") + shortened(letters, numbers);
    page.section(name);
    page.heading(
        letters.size() == 1
            ? "One letter without words of its own"
            : number(letters.size()) + " letters with the same text");
    page.subheading(first.subject());
    page.statement("", first.statement());
    page.signers(
        List.of("Letter", "Name", "Address", "E-mail, phone", "Signed"),
        letters.stream().map(LettersPaper::row).toList());
    page.end(name + " of " + number(head.letters()));
  }

  /** At the foot of a page there is room for a few. */
  private static String shortened(List<PacketLetter> letters, String numbers) {
    return numbers.length() <= 60
        ? numbers
        : letters.getFirst().place() + " to " + letters.getLast().place();
  }

  private static List<String> row(PacketLetter letter) {
    String signed = FORMATS.date(letter.signed());
    return List.of(
        Integer.toString(letter.place()),
        letter.name(),
        String.join("\n", letter.address()),
        String.join("\n", reach(letter).toList()),
        letter.replyWanted() ? signed + "\nasks for a reply" : signed);
  }

  private static String number(long number) {
    return FORMATS.number(number);
  }
}
