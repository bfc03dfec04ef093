package org.joinvoices.platform.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

  @Test
  void leavesLargeCellsAlone() {
    assertThat(merge(10, 11)).isEqualTo(List.of(new Cell("0", 10), new Cell("1", 11)));
  }

  @Test
  void mergesALargerCellTooWhereSubtractionWouldRevealTheSmallOne() {
    assertThat(merge(50, 7, 12)).isEqualTo(List.of(new Cell("0", 50), new Cell("rest", 19)));
  }

  @Test
  void mergesALargerCellTooWhereTheSumCouldOnlyBeAllNines() {
    assertThat(merge(9, 9, 9, 12)).isEqualTo(List.of(new Cell("rest", 39)));
  }

  @Test
  void mergesEveryLargerCellThatIsAsSmallSoThatNoOrderTellsThemApart() {
    assertThat(merge(10, 10, 9)).isEqualTo(List.of(new Cell("rest", 29)));
    assertThat(merge(11, 30, 11, 9)).isEqualTo(List.of(new Cell("1", 30), new Cell("rest", 31)));
  }

  @Property
  void showsNoSmallCellAndLosesNobody(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 40) Integer> counts) {
    var shown = SmallCells.merge(cells(counts), "rest");

    long all = counts.stream().mapToLong(Integer::longValue).sum();
    assertThat(shown.stream().mapToLong(Cell::signatures).sum()).isEqualTo(all);
    assertThat(shown)
        .allSatisfy(
            cell ->
                assertThat(cell.signatures() >= SmallCells.SMALLEST || shown.size() == 1).isTrue());
  }

  /** Whoever knows the total and the rule still finds at least two tables that print the same. */
  @Property
  void aMergedCellCannotBeRecovered(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 25) Integer> counts) {
    var printed = SmallCells.merge(cells(counts), "rest");
    for (int hidden = 0; hidden < counts.size(); hidden++) {
      int count = counts.get(hidden);
      if (count > 0 && count < SmallCells.SMALLEST) {
        assertThat(couldBeAnother(counts, hidden, printed)).as("%s of %s", hidden, counts).isTrue();
      }
    }
  }

  private static boolean couldBeAnother(List<Integer> counts, int hidden, List<Cell> printed) {
    return IntStream.range(0, counts.size())
        .filter(other -> other != hidden)
        .anyMatch(
            other ->
                IntStream.rangeClosed(-counts.get(hidden), counts.get(other))
                    .filter(moved -> moved != 0)
                    .anyMatch(
                        moved ->
                            SmallCells.merge(cells(move(counts, other, hidden, moved)), "rest")
                                .equals(printed)));
  }

  private static List<Integer> move(List<Integer> counts, int from, int to, int people) {
    var moved = new ArrayList<>(counts);
    moved.set(from, counts.get(from) - people);
    moved.set(to, counts.get(to) + people);
    return moved;
  }

  private static List<Cell> merge(Integer... counts) {
    return SmallCells.merge(cells(List.of(counts)), "rest");
  }

  private static List<Cell> cells(List<Integer> counts) {
    return IntStream.range(0, counts.size())
        .mapToObj(i -> new Cell(Integer.toString(i), counts.get(i)))
        .toList();
  }
}
