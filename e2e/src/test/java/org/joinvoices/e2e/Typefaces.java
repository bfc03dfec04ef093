package org.joinvoices.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** Asks the browser in which typefaces it drew a text. */
final class Typefaces {

  private final CDPSession inspector;
  private final int root;

  Typefaces(Page window) {
    this.inspector = window.context().newCDPSession(window);
    inspector.send("DOM.enable");
    inspector.send("CSS.enable");
    this.root = inspector.send("DOM.getDocument").getAsJsonObject("root").get("nodeId").getAsInt();
  }

  /**
   * For each element and typeface that has glyphs in it: {@code own} where the house serves it, or
   * else its name on this machine.
   */
  List<String> of(String selector) {
    var asked = new JsonObject();
    asked.addProperty("nodeId", root);
    asked.addProperty("selector", selector);
    return inspector.send("DOM.querySelectorAll", asked).getAsJsonArray("nodeIds").asList().stream()
        .flatMap(node -> fonts(node).stream())
        .map(font -> own(font) ? "own" : font.get("familyName").getAsString())
        .toList();
  }

  private List<JsonObject> fonts(JsonElement node) {
    var asked = new JsonObject();
    asked.add("nodeId", node);
    return inspector
        .send("CSS.getPlatformFontsForNode", asked)
        .getAsJsonArray("fonts")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static boolean own(JsonObject font) {
    return font.get("isCustomFont").getAsBoolean();
  }
}
