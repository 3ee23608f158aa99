"""What `talktrack follow` does and shows; loaded only when it runs."""
