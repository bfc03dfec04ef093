package org.joinvoices.privacy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads the message of every exception that is made anywhere in this process, caught or not: the
 * Java machine itself records them.
 */
final class ExceptionWatch {

  private static final String MADE = "jdk.JavaExceptionThrow";

  private Recording recording = begin();

  private static Recording begin() {
    var recording = new Recording();
    recording.enable(MADE).withStackTrace().with("throttle", "off");
    recording.start();
    return recording;
  }

  /** Reads all that were made since the last look; those to come are recorded already. */
  synchronized void look() throws IOException {
    Path file = Files.createTempFile("exceptions", ".jfr");
    try (var ended = recording) {
      recording = begin();
      ended.stop();
      ended.dump(file);
      read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void read(Path file) throws IOException {
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        look(events.readEvent());
      }
    }
  }

  private static void look(RecordedEvent event) {
    if (event.getEventType().getName().equals(MADE) && event.getString("message") != null) {
      PrivateWords.findInException(event.getString("message")).ifPresent(word -> note(event, word));
    }
  }

  /** What no code of the house had a part in, tests did. */
  private static void note(RecordedEvent made, String word) {
    String place = place(made);
    if (!isOfTests(place)) {
      Leaks.note("a %s at %s".formatted(made.getClass("thrownClass").getName(), place), word);
    }
  }

  /** The nearest class of ours. */
  private static String place(RecordedEvent made) {
    return Optional.ofNullable(made.getStackTrace())
        .map(RecordedStackTrace::getFrames)
        .orElse(List.of())
        .stream()
        .map(frame -> frame.getMethod().getType().getName())
        .filter(name -> name.startsWith("org.joinvoices"))
        .findFirst()
        .orElse("?");
  }

  private static boolean isOfTests(String place) {
    URL file = ExceptionWatch.class.getResource("/" + place.replace('.', '/') + ".class");
    return file != null && file.getPath().contains("/test-classes/");
  }
}
