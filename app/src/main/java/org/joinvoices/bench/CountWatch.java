package org.joinvoices.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.joinvoices.action.SeedAction;
import org.joinvoices.platform.clock.CivicClockStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who looks at the published count twice a second, and knows how many were confirmed. */
final class CountWatch implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final double MILLIS = 1e3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final InstantSource clock;
  private final AtomicLong confirmed;
  private final Thread thread = Thread.ofPlatform().unstarted(this::watch);
  private long looks;
  private double oldest;
  private long mostBehind;
  private long wentBack;
  private volatile long last;
  private volatile boolean open = true;

  /**
   * @param confirmed how many were thanked for their confirmation so far
   */
  CountWatch(BenchHouse house, AtomicLong confirmed) {
    this.request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:%d/actions/%s/count.json"
                        .formatted(house.port(), SeedAction.SLUG)))
            .build();
    this.clock = new CivicClockStore(house.database().dataSource(), InstantSource.system()).clock();
    this.confirmed = confirmed;
    thread.start();
  }

  private void watch() {
    try {
      while (open) {
        look();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      long before = confirmed.get();
      JsonNode count =
          JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
      long shown = count.get("confirmed").asLong();
      var age = Duration.between(Instant.parse(count.get("as_of").asString()), clock.instant());
      looks++;
      oldest = Math.max(oldest, age.toMillis() / MILLIS);
      mostBehind = Math.max(mostBehind, before - shown);
      wentBack += shown < last ? 1 : 0;
      last = shown;
    } catch (IOException broken) {
      return; // not a look
    }
  }

  /** The number it saw last. */
  long shown() {
    return last;
  }

  /** Ends it. */
  ReplayBench.Shown end() throws InterruptedException {
    close();
    thread.join();
    return new ReplayBench.Shown(looks, oldest, mostBehind, wentBack, last, confirmed.get());
  }

  @Override
  public void close() {
    open = false;
  }
}
