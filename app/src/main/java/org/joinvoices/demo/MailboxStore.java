package org.joinvoices.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mails of a demo, one file each, complete or absent whatever kills the server: {@code
 * home/demo/mail/TIME_NUMBER.eml}.
 */
final class MailboxStore {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final InstantSource machine;
  private final List<CaughtMail> mails = new ArrayList<>();

  MailboxStore(Path folder, InstantSource machine) {
    this.folder = folder;
    this.machine = machine;
    readAll();
  }

  /** Keeps a mail; it is on disk when this returns, so that the sender may forget it. */
  synchronized void keep(byte[] eml) {
    var name = "%s_%08d.eml".formatted(TIME.format(machine.instant()), mails.size() + 1);
    try {
      var mail = CaughtMail.parse(eml);
      var part = folder.resolve(name + ".part");
      Files.write(
          part,
          eml,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      mails.add(mail);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a demo mail", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail that is none: " + e.getClass().getSimpleName());
    }
  }

  /** Newest first. */
  synchronized List<CaughtMail> list() {
    return List.copyOf(mails).reversed();
  }

  /**
   * @param number counted from 1, the oldest first
   */
  synchronized Optional<CaughtMail> find(int number) {
    return number >= 1 && number <= mails.size()
        ? Optional.of(mails.get(number - 1))
        : Optional.empty();
  }

  private void readAll() {
    try {
      PrivateFolder.make(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (var file : files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
          mails.add(CaughtMail.parse(Files.readAllBytes(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's mails", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("a kept mail cannot be read");
    }
  }
}
