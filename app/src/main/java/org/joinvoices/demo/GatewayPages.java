package org.joinvoices.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows what the fake gateway received, and takes orders to misbehave. */
@Controller
@Profile("demo")
class GatewayPages {

  /** One received message in JSON. */
  record Item(
      @JsonProperty("delivery_id") String deliveryId,
      String office,
      @JsonProperty("received_at") String receivedAt,
      int status) {

    static Item of(GatewayStore.Received one) {
      return new Item(one.deliveryId(), one.office(), one.at().toString(), one.status());
    }
  }

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final GatewayStore store;
  private final GatewayBehaviour behaviour;
  private final Frames frames;
  private final Pages pages;

  GatewayPages(GatewayStore store, GatewayBehaviour behaviour, Frames frames, Pages pages) {
    this.store = store;
    this.behaviour = behaviour;
    this.frames = frames;
    this.pages = pages;
  }

  @GetMapping("/demo/gateway")
  ResponseEntity<String> page() {
    var view =
        new GatewayPage(frames.secret("en", "Fake gateway"), GatewayPage.lines(store.list()));
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.render("demo/gateway.jte", view));
  }

  @GetMapping("/demo/gateway.json")
  @ResponseBody
  List<Item> json() {
    return store.list().stream().map(Item::of).toList();
  }

  @GetMapping("/demo/gateway/{id:[A-Za-z0-9]{32}}.xml")
  ResponseEntity<byte[]> message(@PathVariable String id) {
    return store
        .find(id)
        .map(xml -> ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(xml))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** See {@link GatewayBehaviour}; the answer says what was not understood. */
  @PostMapping("/demo/gateway/behaviour")
  ResponseEntity<String> behave(
      @RequestParam Optional<String> chamber,
      @RequestParam Optional<String> office,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "1") int times,
      @RequestParam Optional<String> dialect) {
    var spoken = dialect.flatMap(GatewayDialect::of);
    if (dialect.isPresent() && spoken.isEmpty()) {
      return ResponseEntity.badRequest().body("dialect not understood\n");
    }
    if (spoken.isPresent() && answer.isEmpty()) {
      behaviour.speak(spoken.get());
      return ResponseEntity.noContent().build();
    }
    var offices = GatewayBehaviour.offices(chamber, office);
    var kind = GatewayBehaviour.Kind.of(answer);
    if (offices.isEmpty() || kind.isEmpty()) {
      return ResponseEntity.badRequest().body("chamber (or office) or answer not understood\n");
    }
    spoken.ifPresent(behaviour::speak);
    behaviour.order(offices.get(), kind.get(), times);
    return ResponseEntity.noContent().build();
  }
}
