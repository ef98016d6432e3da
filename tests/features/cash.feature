Feature: Every cent in the drawer is accounted for
  The drawer holds its float, what customers gave, less what went back. The one who counts it does not see what is
  expected; the difference is written down as it is.

  Background:
    Given a shop with an open shift and 100.00 in the drawer
    And 10 "chargers" at 15.90 on the shelf

  Scenario: Change is given to the cent
    Given a cart with 1 "chargers"
    When the customer hands over 50.00
    Then the change is 34.10
    And the receipt is A-1 over 15.90
    And the drawer should hold 115.90

  Scenario Outline: What nobody can mean is refused, and nothing is taken
    Given a cart with 1 "chargers"
    When the customer hands over <amount>
    Then it is refused with <code>
    And the drawer should hold 100.00

    Examples:
      | amount         | code    |
      | 15.89          | PAY-002 |
      | 0.00           | PAY-004 |
      | 29000000200.16 | PAY-003 |

  Scenario: Five hundred euros are not paid in cash
    Given 3 "telephones" at 250.00 on the shelf
    And a cart with 2 "telephones"
    When the customer pays exactly in cash
    Then it is refused with PAY-005
    When the customer pays by card
    Then the receipt is A-1 over 500.00
    And the drawer should hold 100.00

  Scenario: A double tap takes the money once
    Given a cart with 1 "chargers"
    When the cashier taps exact cash twice
    Then the receipt is A-1 over 15.90
    And the drawer should hold 115.90

  Scenario: A price that changed is said before money is taken
    Given a cart with 1 "chargers"
    When the price of "chargers" becomes 17.90
    And the customer pays exactly in cash
    Then it is refused with ORD-015
    And the drawer should hold 100.00

  Scenario: The count says what is over or short
    Given a cart with 2 "chargers"
    And the customer hands over 50.00
    When the cashier counts 131.50 and closes the shift
    Then 131.80 were expected and the drawer is 0.30 short

  Scenario: A shift closes while an order is half paid
    Given a cart with 2 "chargers"
    And the customer pays 10.00 of it in cash
    When the cashier counts 110.00 and closes the shift
    Then 110.00 were expected and the drawer is exact
