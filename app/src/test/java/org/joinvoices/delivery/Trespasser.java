package org.joinvoices.delivery;

import org.joinvoices.signing.web.BehindAWall;

/** Does what no class may do, so that the boundary test can be seen to notice it. */
public record Trespasser(BehindAWall taken) {}
