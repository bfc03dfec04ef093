package org.joinvoices.desk.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of bars as {@code bars.jte} draws it, in a field of {@value #WIDTH} by {@value #HEIGHT},
 * and the same numbers for the table beside it.
 *
 * @param id of the element, once on a page
 * @param name what a screen reader says of the drawing
 * @param steps lines across, the lowest first
 * @param marks words below
 */
public record BarChart(
    String id,
    String title,
    String name,
    String unit,
    List<Bar> bars,
    List<Step> steps,
    List<Mark> marks) {

  public static final int WIDTH = 3600;
  public static final int HEIGHT = 1700;
  public static final int LEFT = 380;

  private static final int RIGHT = 3570;
  private static final int TOP = 120;
  private static final int BOTTOM = 1440;

  /** Of a bar's place that stays empty beside it. */
  private static final double GAP = 0.22;

  /**
   * @param label of its row in the table
   * @param mark below it; empty text for most
   */
  record Column(String label, long value, String mark) {}

  public record Bar(int x, int y, int width, int height, String label, String value) {}

  public record Step(int y, String value) {}

  /**
   * @param anchor where the word begins from: {@code start}, {@code middle} or {@code end}
   */
  public record Mark(int x, String text, String anchor) {}

  static BarChart of(String id, String title, String name, String unit, List<Column> columns) {
    long top = roundUp(columns.stream().mapToLong(Column::value).max().orElse(0));
    double place = (double) (RIGHT - LEFT) / Math.max(1, columns.size());
    var bars = new ArrayList<Bar>();
    var marks = new ArrayList<Mark>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int height = height(column.value(), top);
      bars.add(
          new Bar(
              (int) Math.round(LEFT + i * place + place * GAP / 2),
              BOTTOM - height,
              (int) Math.max(8, Math.round(place * (1 - GAP))),
              height,
              column.label(),
              QueueWords.number(column.value())));
      if (!column.mark().isEmpty()) {
        marks.add(mark((int) Math.round(LEFT + (i + 0.5) * place), column.mark()));
      }
    }
    return new BarChart(id, title, name, unit, bars, steps(top), marks);
  }

  /** What is there is seen, however little it is. */
  private static int height(long value, long top) {
    int height = (int) Math.round((double) value / top * (BOTTOM - TOP));
    return value > 0 ? Math.max(16, height) : 0;
  }

  private static Mark mark(int x, String text) {
    if (x > RIGHT - 300) {
      return new Mark(RIGHT, text, "end");
    }
    return x < LEFT + 200 ? new Mark(LEFT, text, "start") : new Mark(x, text, "middle");
  }

  private static List<Step> steps(long top) {
    return List.of(
        new Step(BOTTOM, "0"),
        new Step((TOP + BOTTOM) / 2, QueueWords.number(top / 2)),
        new Step(TOP, QueueWords.number(top)));
  }

  /** The next of 2, 4, 10, 20, 40, 100 and so on: each has a whole half. */
  static long roundUp(long most) {
    long unit = 1;
    while (true) {
      for (long step : new long[] {2, 4, 10}) {
        if (most <= step * unit) {
          return step * unit;
        }
      }
      unit *= 10;
    }
  }

  public BarChart {
    bars = List.copyOf(bars);
    steps = List.copyOf(steps);
    marks = List.copyOf(marks);
  }

  public boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.height() == 0);
  }
}
