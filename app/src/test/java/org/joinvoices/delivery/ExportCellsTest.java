package org.joinvoices.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joinvoices.delivery.ExportCells.Group;
import org.joinvoices.platform.cells.SmallCells;
import org.junit.jupiter.api.Test;

/** What a download of single rows may say of where and when. */
class ExportCellsTest {

  private static final List<String> WEEKS = List.of("2021-01-04", "2021-01-11", "2021-01-18");

  @Test
  void hidesASecondOfficeWhereOneAloneWouldBeFoundBySubtracting() {
    var cells =
        new ExportCells(
            List.of(
                new Group("OH-11", WEEKS.get(0), "", 4),
                new Group("OH-09", WEEKS.get(0), "", 12),
                new Group("OH-S1", WEEKS.get(0), "", 40)));

    assertThat(cells.showsSeat("OH-11")).isFalse();
    assertThat(cells.showsSeat("OH-09")).isFalse();
    assertThat(cells.showsSeat("OH-S1")).isTrue();
    assertThat(cells.showsPlanned("OH-S1", WEEKS.get(0))).isTrue();
    assertThat(cells.showsPlanned("OH-09", WEEKS.get(0))).as("of a hidden office").isFalse();
  }

  /** Whoever sorts and counts the rows finds no line that fewer than ten share. */
  @Property
  void noRowsOfADownloadShareOfficeAndWeekWithFewerThanTen(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 14) Integer> counts) {
    var groups = new ArrayList<Group>();
    for (int i = 0; i < counts.size(); i++) {
      groups.add(new Group("OH-S" + i % 4, WEEKS.get(i % 3), WEEKS.get(i / 4 % 3), counts.get(i)));
    }
    var cells = new ExportCells(groups);

    for (Map.Entry<List<String>, Long> line : printed(groups, cells).entrySet()) {
      if (line.getKey().stream().anyMatch(part -> !part.isEmpty())) {
        assertThat(line.getValue())
            .as("%s of %s", line.getKey(), groups)
            .isGreaterThanOrEqualTo(SmallCells.SMALLEST);
      }
    }
  }

  private static Map<List<String>, Long> printed(List<Group> groups, ExportCells cells) {
    return groups.stream()
        .flatMap(group -> LongStream.range(0, group.messages()).mapToObj(_ -> group))
        .collect(groupingBy(group -> line(group, cells), counting()));
  }

  private static List<String> line(Group group, ExportCells cells) {
    boolean planned = cells.showsPlanned(group.seat(), group.planned());
    boolean last = cells.showsLast(group.seat(), group.planned(), group.last());
    return List.of(
        cells.showsSeat(group.seat()) ? group.seat() : "",
        planned ? group.planned() : "",
        last ? group.last() : "");
  }
}
