package org.joinvoices.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A list an operator may replace by a file of their own, line by line; {@code #} begins a comment.
 * A line {@code include shipped} stands for the list that comes with the program.
 */
final class ListFile {

  /** A line that says something, in lower case, and where it stands. */
  record Line(String place, String text) {}

  private static final String INCLUDE = "include shipped";
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)+");

  private ListFile() {}

  /**
   * The list that comes with the program.
   *
   * @param name of the resource beside this class
   */
  static List<Line> shipped(String name) {
    try (InputStream in = Objects.requireNonNull(ListFile.class.getResourceAsStream(name), name)) {
      return lines(name, new String(in.readAllBytes(), UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param shipped what {@code include shipped} stands for
   * @throws IllegalStateException if it cannot be read; the message says which file, and what to do
   */
  static List<Line> read(Path file, String shipped) {
    try {
      List<Line> all = new ArrayList<>();
      for (Line line : lines(file.toString(), Files.readAllLines(file))) {
        if (line.text().equals(INCLUDE)) {
          all.addAll(shipped(shipped));
        } else {
          all.add(line);
        }
      }
      return all;
    } catch (MalformedInputException e) {
      throw new IllegalStateException(file + " is no text in UTF-8. Save it as such.", e);
    } catch (IOException e) {
      throw new IllegalStateException(
          file + " cannot be read. Write the file, or leave its setting out.", e);
    }
  }

  /** As addresses have it: international ones in their ASCII form. */
  static boolean isDomain(String text) {
    return DOMAIN.matcher(text).matches();
  }

  private static List<Line> lines(String name, List<String> texts) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
      if (!text.isEmpty()) {
        lines.add(new Line(name + ":" + (i + 1) + ": ", text));
      }
    }
    return lines;
  }

  /**
   * @throws IllegalStateException with all {@code faults}, a line each, if there are any
   */
  static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalStateException(String.join("\n", faults));
    }
  }
}
