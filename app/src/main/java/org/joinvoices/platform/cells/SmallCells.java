package org.joinvoices.platform.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges small counts (D17), so that nobody can be picked out of a table, not even by subtracting
 * what is shown from the total.
 */
public final class SmallCells {

  /** Fewer are never shown as a line of their own. */
  public static final int SMALLEST = 10;

  private SmallCells() {}

  /**
   * The cells in their order without empty ones, those below {@link #SMALLEST} merged into a last
   * one.
   *
   * <p>A merged line that stood for one cell, or for fewer than ten people, would give that cell
   * away; so would one whose cells could only all be nine. Then the smallest of the larger cells is
   * merged too, with all that are as small, until none of this is so or nothing is left beside it.
   * So what is printed does not tell merged cells apart: any two of them could change places.
   *
   * @param rest name of the merged line
   */
  public static List<Cell> merge(List<Cell> cells, String rest) {
    var shown = new ArrayList<>(cells.stream().filter(cell -> cell.signatures() > 0).toList());
    var merged = new ArrayList<>(shown.stream().filter(SmallCells::isSmall).toList());
    if (merged.isEmpty()) {
      return List.copyOf(shown);
    }
    shown.removeAll(merged);
    while (givesAway(merged) && !shown.isEmpty()) {
      long smallest = shown.stream().mapToLong(Cell::signatures).min().orElseThrow();
      merged.addAll(shown.stream().filter(cell -> cell.signatures() == smallest).toList());
      shown.removeAll(merged);
    }
    shown.add(new Cell(rest, sum(merged)));
    return List.copyOf(shown);
  }

  /**
   * The names of the cells that {@link #merge} does not show by themselves, for a list of single
   * rows that must say no more than such a table.
   */
  public static Set<String> hidden(List<Cell> cells) {
    var shown = merge(cells, "").stream().map(Cell::name).collect(Collectors.toSet());
    return cells.stream()
        .filter(cell -> cell.signatures() > 0)
        .map(Cell::name)
        .filter(name -> !shown.contains(name))
        .collect(Collectors.toSet());
  }

  private static boolean isSmall(Cell cell) {
    return cell.signatures() < SMALLEST;
  }

  private static boolean givesAway(List<Cell> merged) {
    long sum = sum(merged);
    return merged.size() < 2 || sum < SMALLEST || sum == (SMALLEST - 1) * (long) merged.size();
  }

  private static long sum(List<Cell> cells) {
    return cells.stream().mapToLong(Cell::signatures).sum();
  }
}
