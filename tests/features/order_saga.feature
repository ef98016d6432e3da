Feature: An order is sold whole or not at all
  Goods are promised when a cart is closed, leave the shelf when it is paid, and come back when it is undone.
  Nothing in between can be lost: neither a piece on the shelf nor a cent in the drawer.

  Background:
    Given a shop with an open shift and 100.00 in the drawer
    And 10 "chargers" at 15.90 on the shelf
    And 2 "cables" at 8.99 on the shelf
    And 10 "batteries" at 3.49 on the shelf

  Scenario: A paid order takes its goods from the shelf
    Given a cart with 3 "chargers" and 2 "cables"
    When the customer pays exactly in cash
    Then the receipt is A-1 over 65.68
    And 7 "chargers" and 0 "cables" are on the shelf
    And the drawer should hold 165.68

  Scenario: One line is short, so nothing is held
    Given a cart with 1 "chargers", 3 "cables" and 1 "batteries"
    When the customer pays exactly in cash
    Then the sale does not happen
    And only the "cables" are marked: 3 wanted, 2 left
    And nothing is promised to anybody
    And the drawer should hold 100.00

  Scenario: With another quantity the short order sells
    Given a cart with 1 "chargers", 3 "cables" and 1 "batteries"
    And the customer pays exactly in cash
    When the cashier changes the "cables" to 2
    And the customer pays exactly in cash
    Then the receipt is A-1 over 37.37
    And 9 "chargers" and 0 "cables" are on the shelf

  Scenario: A closed cart holds its goods for its customer
    Given a cart with 2 "cables"
    And the cashier closes the cart
    When another customer wants 1 "cables"
    Then the sale does not happen
    And only the "cables" are marked: 1 wanted, 0 left

  Scenario: A checkout that nobody finishes is given up
    Given a cart with 2 "cables"
    And the cashier closes the cart
    When 31 minutes pass and the register is idle
    Then nothing is promised to anybody
    And 2 "cables" are on the shelf

  Scenario: A checkout that holds money waits for a person
    Given a cart with 2 "cables"
    And the customer pays 5.00 of it in cash
    When 300 minutes pass and the register is idle
    Then 2 "cables" are promised
    And the drawer should hold 105.00

  Scenario: A checkout is given up after its money went back
    Given a cart with 2 "cables"
    And the customer pays 5.00 of it in cash
    When the manager gives the order up
    Then it is refused with ORD-017
    When the manager gives the money back
    And the manager gives the order up
    Then nothing is promised to anybody
    And the drawer should hold 100.00

  Scenario: The last sale is undone as a whole
    Given a cart with 3 "chargers" and 2 "cables"
    And the customer pays exactly in cash
    When the manager undoes the last sale
    Then the mirror document is R-1 and 65.68 go back in cash
    And 10 "chargers" and 2 "cables" are on the shelf
    And the drawer should hold 100.00

  Scenario Outline: The register stops in the middle and goes on where it was
    Given a cart with 3 "chargers" and 2 "cables"
    When <step>
    And the register stops and starts again
    And the customer pays the rest in cash
    Then the receipt is A-1 over 65.68
    And 7 "chargers" and 0 "cables" are on the shelf
    And the drawer should hold 165.68

    Examples:
      | step                                    |
      | the cashier looks at the cart           |
      | the cashier closes the cart             |
      | the customer pays 20.00 of it in cash   |
