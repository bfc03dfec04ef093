package org.joinvoices.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages the fake gateway received, one file each, complete or absent whatever kills the
 * server: {@code home/demo/gateway/NUMBER_TIME_OFFICE_DELIVERYID_STATUS.xml}.
 */
final class GatewayStore {

  /** One message as received; a repeat is a message of its own. */
  record Received(String deliveryId, String office, Instant at, int status, Path file) {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME =
      Pattern.compile("[0-9]{8}_([0-9T.]+Z)_(\\w{5})_([A-Za-z0-9]{32})_([0-9]{3})\\.xml");

  private final Path folder;
  private final List<Received> received = new ArrayList<>();
  private final Map<String, Received> firstById = new HashMap<>();
  private final Set<String> acceptedIds = new HashSet<>();

  GatewayStore(Path folder) {
    this.folder = folder;
    scan(folder).forEach(this::add);
  }

  /** Keeps a message; it is on disk when this returns. */
  synchronized void keep(GatewayMessage message, Instant at, int status, byte[] xml) {
    String name =
        "%08d_%s_%s_%s_%d.xml"
            .formatted(
                received.size() + 1,
                TIME.format(at),
                message.office(),
                message.deliveryId(),
                status);
    Path file = folder.resolve(name);
    try {
      Path draft = Files.createTempFile(folder, "draft", ".tmp");
      Files.write(draft, xml);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a demo message", e);
    }
    add(read(file).orElseThrow());
  }

  private void add(Received one) {
    received.add(one);
    firstById.putIfAbsent(one.deliveryId(), one);
    if (one.status() < 300) {
      acceptedIds.add(one.deliveryId());
    }
  }

  /** Newest first. */
  synchronized List<Received> list() {
    return List.copyOf(received).reversed();
  }

  /** Whether a message with this id was accepted before. */
  synchronized boolean accepted(String deliveryId) {
    return acceptedIds.contains(deliveryId);
  }

  /** The first message received under this id. */
  synchronized Optional<byte[]> find(String deliveryId) {
    return Optional.ofNullable(firstById.get(deliveryId)).map(one -> bytes(one.file()));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a demo message", e);
    }
  }

  private static List<Received> scan(Path folder) {
    try {
      PrivateFolder.make(folder);
      try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().flatMap(file -> read(file).stream()).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's gateway folder", e);
    }
  }

  private static Optional<Received> read(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(
            new Received(
                name.group(3),
                name.group(2),
                TIME.parse(name.group(1), Instant::from),
                Integer.parseInt(name.group(4)),
                file))
        : Optional.empty();
  }
}
