package org.joinvoices.delivery;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All deliveries of a house in numbers.
 *
 * @param states how many are in each state that occurs
 * @param stopped lanes that are stopped, and why: see {@link LaneStops}
 */
public record DeliveryTally(Map<String, Long> states, Map<String, String> stopped) {

  public static DeliveryTally read(DataSource database) {
    var jdbc = JdbcClient.create(database);
    var states = new LinkedHashMap<String, Long>();
    for (var row :
        jdbc.sql("SELECT state, count(*) AS number FROM delivery GROUP BY state ORDER BY state")
            .query()
            .listOfRows()) {
      states.put((String) row.get("state"), (Long) row.get("number"));
    }
    var stopped = new LinkedHashMap<String, String>();
    new LaneStops(database, InstantSource.system())
        .list()
        .forEach((lane, code) -> stopped.put(lane.word(), code));
    return new DeliveryTally(states, stopped);
  }

  /** How many a person must look at. */
  public long needReview() {
    return states.getOrDefault(DeliveryState.NEEDS_REVIEW.word(), 0L);
  }
}
