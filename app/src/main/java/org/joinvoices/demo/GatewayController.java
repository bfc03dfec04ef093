package org.joinvoices.demo;

import java.time.Duration;
import org.joinvoices.delivery.Chamber;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wire of the fake gateway: both chambers' real paths, below an address of ours. */
@Controller
@Profile("demo")
@RequestMapping("/demo/gateway")
class GatewayController {

  private final FakeGateway gateway;
  private final Duration silence;

  GatewayController(FakeGateway gateway, GatewaySilence silence) {
    this.gateway = gateway;
    this.silence = silence.length();
  }

  @GetMapping("/house/v2/offices")
  ResponseEntity<byte[]> houseOffices() {
    return sent(gateway.offices(Chamber.HOUSE));
  }

  @GetMapping({"/senate/api/active_offices", "/senate/api/active_offices.json"})
  ResponseEntity<byte[]> senateOffices() {
    return sent(gateway.offices(Chamber.SENATE));
  }

  @PostMapping("/house/v2/validate")
  ResponseEntity<byte[]> validate(
      @RequestParam(defaultValue = "") String apikey,
      @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
      @RequestBody byte[] xml) {
    return sent(gateway.validate(apikey, contentType, xml));
  }

  @PostMapping("/house/v2/message")
  ResponseEntity<byte[]> house(
      @RequestParam(defaultValue = "") String apikey,
      @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
      @RequestBody byte[] xml) {
    return sent(gateway.receive(Chamber.HOUSE, apikey, contentType, xml));
  }

  @PostMapping({"/senate/api/production-messages/", "/senate/api/production-messages"})
  ResponseEntity<byte[]> senate(
      @RequestParam(defaultValue = "") String apikey,
      @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
      @RequestBody byte[] xml) {
    return sent(gateway.receive(Chamber.SENATE, apikey, contentType, xml));
  }

  @PostMapping({"/senate/api/testing-messages/", "/senate/api/testing-messages"})
  ResponseEntity<byte[]> senateTest(
      @RequestParam(defaultValue = "") String apikey,
      @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
      @RequestBody byte[] xml) {
    return sent(gateway.test(apikey, contentType, xml));
  }

  private ResponseEntity<byte[]> sent(GatewayAnswer answer) {
    if (answer.silent()) {
      outwait();
    }
    return ResponseEntity.status(answer.status())
        .contentType(MediaType.parseMediaType(answer.contentType()))
        .body(answer.bytes());
  }

  /** Until the caller has given up. */
  private void outwait() {
    try {
      Thread.sleep(silence);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
