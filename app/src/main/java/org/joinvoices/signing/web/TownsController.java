package org.joinvoices.signing.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.ZipTown;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Towns by ZIP code, from which the form fills in city and state. All codes with the same first
 * three digits are given at once, so that nobody's own code is in an address that is asked for.
 */
@Controller
final class TownsController {

  /** Of two digits more. */
  private static final int CODES = 100;

  private static final CacheControl CACHING = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  private final Districts districts;

  TownsController(Districts districts) {
    this.districts = districts;
  }

  /** City and USPS code of the state for each ZIP code there is. */
  @GetMapping(path = "/zips/{start:[0-9]{3}}.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, List<String>>> towns(@PathVariable String start) {
    Map<String, List<String>> towns = new TreeMap<>();
    IntStream.range(0, CODES)
        .mapToObj(last -> districts.townOf("%s%02d".formatted(start, last)))
        .flatMap(town -> town.stream())
        .forEach(town -> towns.put(town.zip(), cityAndState(town)));
    return ResponseEntity.ok().cacheControl(CACHING).body(towns);
  }

  private static List<String> cityAndState(ZipTown town) {
    return List.of(town.city(), town.state());
  }
}
