package org.joinvoices.delivery.packet;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.joinvoices.delivery.print.Typesetter;
import org.joinvoices.platform.cells.Cell;
import org.joinvoices.platform.cells.SmallCells;

/**
 * Counts letters one after the other, so that a packet of any size needs little memory: by town,
 * with own words and without, by text; and notes what cannot be drawn.
 */
public final class PacketSummary {

  private static final String OTHER_PLACES = "Other places, merged";

  private final Typesetter typesetter;
  private final BitSet present = new BitSet();
  private final Map<String, Long> towns = new HashMap<>();
  private final Map<String, Integer> sameText = new LinkedHashMap<>();
  private final List<NotDrawn> notDrawn = new ArrayList<>();
  private int ownWords;

  /** A field of a letter of which something cannot be drawn. */
  public record NotDrawn(int letter, String field) {}

  PacketSummary(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /** Counts one letter. */
  public void add(PacketLetter letter) {
    present.set(letter.place());
    towns.merge(letter.town(), 1L, Long::sum);
    if (letter.hasOwnWords()) {
      ownWords++;
    } else {
      sameText.merge(letter.subject() + "\n" + letter.statement(), 1, Integer::sum);
    }
    check(letter, "name", letter.name());
    check(letter, "address", String.join("\n", letter.address()));
    check(letter, "e-mail", letter.email());
    check(letter, "phone", letter.phone());
    check(letter, "own words", letter.ownWords());
  }

  private void check(PacketLetter letter, String field, String text) {
    if (!text.isBlank() && !typesetter.draws(text)) {
      notDrawn.add(new NotDrawn(letter.place(), field));
    }
  }

  int letters() {
    return present.cardinality();
  }

  int ownWords() {
    return ownWords;
  }

  /** How many letters have each text that is printed once; the most first. */
  List<Integer> sameText() {
    return sameText.values().stream().sorted(comparing(count -> -count)).toList();
  }

  /** By town, the largest first; small cells merged (D17). */
  List<Cell> towns() {
    return SmallCells.merge(
        towns.entrySet().stream()
            .map(town -> new Cell(town.getKey(), town.getValue()))
            .sorted(comparing(Cell::signatures).reversed().thenComparing(Cell::name))
            .toList(),
        OTHER_PLACES);
  }

  List<NotDrawn> notDrawn() {
    return List.copyOf(notDrawn);
  }

  /** Numbers of the letters that are there. */
  IntStream present() {
    return present.stream();
  }

  /** Numbers up to {@code letters} that are not there (any more). */
  IntStream takenOut(int letters) {
    return IntStream.rangeClosed(1, letters).filter(place -> !present.get(place));
  }
}
