"""What pages say to machines in the words of schema.org: nothing that readers do not see there."""
