package org.joinvoices.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a browser fetches for a page, in bytes on the wire, with the headers. */
final class Weight {

  private final Map<String, Double> answers = new ConcurrentHashMap<>();
  private final Set<String> fonts = ConcurrentHashMap.newKeySet();

  /** Counts all that this window fetches from now on. */
  void count(Page window) {
    var network = window.context().newCDPSession(window);
    network.on("Network.responseReceived", this::sort);
    network.on("Network.loadingFinished", this::weigh);
    network.send("Network.enable");
  }

  int answers() {
    return answers.size();
  }

  double ofFonts() {
    return sum(true);
  }

  /** All but fonts, which nothing waits for. */
  double ofFirstView() {
    return sum(false);
  }

  private void sort(JsonObject answer) {
    if (answer.get("type").getAsString().equals("Font")) {
      fonts.add(id(answer));
    }
  }

  private void weigh(JsonObject end) {
    answers.put(id(end), end.get("encodedDataLength").getAsDouble());
  }

  private double sum(boolean font) {
    return answers.entrySet().stream()
        .filter(answer -> fonts.contains(answer.getKey()) == font)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }
}
