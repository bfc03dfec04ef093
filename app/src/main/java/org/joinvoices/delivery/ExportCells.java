package org.joinvoices.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.joinvoices.platform.cells.Cell;
import org.joinvoices.platform.cells.SmallCells;

/**
 * What the download of a queue may say of where and when (D17): its rows, counted by office, within
 * an office by the week in which they were planned, and within that by the week of the last
 * attempt, make no small cell. Each signer has one message for an office, so that messages are
 * people.
 */
final class ExportCells {

  /**
   * Messages that have all three in common.
   *
   * @param planned first day of the week
   * @param last first day of the week of the last attempt; empty text if there is none
   */
  record Group(String seat, String planned, String last, long messages) {}

  private final Set<String> seats;
  private final Map<String, Set<String>> planned = new HashMap<>();
  private final Map<List<String>, Set<String>> last = new HashMap<>();

  ExportCells(List<Group> groups) {
    seats = hidden(groups, Group::seat);
    groups.stream()
        .filter(group -> !seats.contains(group.seat()))
        .collect(groupingBy(Group::seat))
        .forEach(this::addSeat);
  }

  private void addSeat(String seat, List<Group> groups) {
    planned.put(seat, hidden(groups, Group::planned));
    groups.stream()
        .filter(group -> showsPlanned(seat, group.planned()))
        .collect(groupingBy(Group::planned))
        .forEach((week, some) -> last.put(List.of(seat, week), hidden(some, Group::last)));
  }

  private static Set<String> hidden(List<Group> groups, Function<Group, String> by) {
    return SmallCells.hidden(
        groups.stream().collect(groupingBy(by, summingLong(Group::messages))).entrySet().stream()
            .map(cell -> new Cell(cell.getKey(), cell.getValue()))
            .toList());
  }

  boolean showsSeat(String seat) {
    return !seats.contains(seat);
  }

  boolean showsPlanned(String seat, String week) {
    return planned.containsKey(seat) && !planned.getOrDefault(seat, Set.of()).contains(week);
  }

  boolean showsLast(String seat, String plannedWeek, String week) {
    return showsPlanned(seat, plannedWeek)
        && !last.getOrDefault(List.of(seat, plannedWeek), Set.of()).contains(week);
  }
}
