Feature: An order waits while others are served
  A customer goes back for something. The order is put aside, the next customer is served, and the first one goes on
  where they stopped, at the prices of now.

  Background:
    Given a shop with an open shift and 100.00 in the drawer
    And 10 "chargers" at 15.90 on the shelf
    And 10 "cables" at 8.99 on the shelf
    And a cart with 1 "chargers" and 1 "cables"

  Scenario: The next customer is served in between
    When the cashier parks the order as "the lady in red"
    And another customer wants 1 "cables"
    Then the receipt is A-1 over 8.99
    When the cashier takes "the lady in red" up again
    Then the cart comes to 24.89
    When the customer pays exactly in cash
    Then the receipt is A-2 over 24.89

  Scenario: A parked order holds no goods
    When the cashier parks the order as "Anna"
    Then 10 "chargers" are on the shelf
    And 1 orders are parked

  Scenario: Nothing is lost when another order comes back
    When the cashier parks the order as "Anna"
    Given a cart with 3 "cables"
    When the cashier takes "Anna" up again
    Then the cart comes to 24.89
    And 1 orders are parked

  Scenario: An order that is being paid stays on the counter
    When the customer pays 10.00 of it in cash
    And the cashier parks the order as "Anna"
    Then it is refused with ORD-002
    And 0 orders are parked
