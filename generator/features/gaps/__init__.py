"""What is asked for and what is offered, place by place: the ledgers of needs against the supply catalogues."""
