Feature: A second operator approves one act, once
  What a cashier may not do, a manager lets pass in place, with a PIN. The approval is for exactly this act on exactly
  this cart, holds for a minute, and both names are written down.

  Background:
    Given a shop with an open shift and 100.00 in the drawer
    And 10 "chargers" at 15.90 on the shelf
    And 2 "cables" at 8.99 on the shelf
    And a cart with 1 "chargers" and 1 "cables"

  Scenario: A cashier gives up to ten per cent
    When the cashier takes 10 % off the "chargers"
    Then the cart comes to 23.30

  Scenario: More needs a manager
    When the cashier takes 30 % off the "chargers"
    Then it is refused with STF-002
    And the cart comes to 24.89
    When the manager approves it
    And the cashier tries again
    Then the cart comes to 20.12
    And the journal names the cashier and the manager

  Scenario: An approval is used once
    When the cashier takes 30 % off the "chargers"
    And the manager approves it
    And the cashier tries again
    And the cashier tries again
    Then it is refused with STF-014

  Scenario: An approval ends after a minute
    When the cashier takes 30 % off the "chargers"
    And the manager approves it
    And 2 minutes pass
    And the cashier tries again
    Then it is refused with STF-014
    And the cart comes to 24.89

  Scenario: An approval is for the cart as it was
    When the cashier takes 30 % off the "chargers"
    And the manager approves it
    And the cashier changes the "cables" to 2
    And the cashier tries again
    Then it is refused with STF-014

  Scenario: A wrong PIN approves nothing
    When the cashier takes 30 % off the "chargers"
    And somebody types a wrong PIN for the manager
    Then it is refused with STF-004
    And the cart comes to 24.89

  Scenario: A manager lets an order go below stock
    Given the cashier changes the "cables" to 3
    And the customer pays exactly in cash
    And the sale does not happen
    When the manager approves it
    And the cashier tries again
    Then the receipt is A-1 over 42.87
    And -1 "cables" are on the shelf

  Scenario: Nobody approves cash above the law
    Given 3 "telephones" at 250.00 on the shelf
    And a cart with 2 "telephones"
    When the customer pays exactly in cash
    Then it is refused with PAY-005
    And nobody can approve it
