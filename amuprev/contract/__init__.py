"""What each address of the portal answers to whom: declared, printed, tested."""
