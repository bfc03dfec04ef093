package org.joinvoices.seize;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first table below a heading of docs/privacy.md, as {@link Tables} writes it.
 *
 * @param rows the first is the head
 */
record PublishedTable(List<List<String>> rows) {

  /**
   * @param words by which the heading ends
   */
  static PublishedTable find(List<String> lines, String words) {
    return new PublishedTable(
        lines.stream()
            .dropWhile(line -> !(line.startsWith("### ") && line.endsWith(words)))
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .filter(line -> !line.startsWith("| ---"))
            .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
            .toList());
  }

  List<Group> groups() {
    List<Group> groups = Arrays.stream(Group.values()).filter(group -> column(group) >= 0).toList();
    if (groups.isEmpty()) {
      throw new AssertionError("no table");
    }
    return groups;
  }

  private int column(Group group) {
    List<String> head = rows.isEmpty() ? List.of() : rows.getFirst();
    return IntStream.range(0, head.size())
        .filter(i -> head.get(i).startsWith(group.word().replace('_', ' ') + " ("))
        .findFirst()
        .orElse(-1);
  }

  /** Whether somebody is found there, or may be. */
  boolean isFound(String source, Group group) {
    String cell =
        rows.stream()
            .filter(row -> row.get(1).equals(source))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no line for " + source))
            .get(column(group));
    return !cell.equals("0");
  }
}
